package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compares our units with lists made elsewhere, where such a folder stands beside the checkout.
class NationalListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Units UNITS = new Units();

    @Test
    void codes_and_names_of_all_communes_agree() throws IOException {
        var listed = new ArrayList<String>();
        for (var row : rows("wards.csv")) listed.add(line(row[0], row[1], row[3]));
        var ours =
                UNITS.provinces(TODAY).stream()
                        .flatMap(p -> UNITS.communes(p.code(), TODAY).stream())
                        .map(c -> line(c.code(), c.name(), c.provinceCode()))
                        .toList();
        assertThat(ours).containsExactlyInAnyOrderElementsOf(listed).hasSize(3321);
    }

    @Test
    void provinces_agree_over_time() throws IOException {
        var listed = new ArrayList<String>();
        for (var r : rows("provinces.csv")) {
            listed.add(String.join("|", r[0], r[1], r[4], r[5], r[6], r[7], r[8]));
        }
        var ours = new ArrayList<String>();
        for (var p : UnitRecords.load().provinces()) {
            ours.add(
                    String.join(
                            "|",
                            p.code(),
                            p.name().vi(),
                            text(p.validFrom()),
                            text(p.validTo()),
                            Objects.requireNonNullElse(p.mergedInto(), ""),
                            p.agencyCode(),
                            p.agencyCodeVerified() ? "verified" : "derived"));
        }
        assertThat(ours).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void former_communes_lead_to_the_same_communes_of_today() throws IOException {
        var provinces = new HashMap<String, String>();
        for (var r : rows("provinces.csv")) provinces.put(r[0] + '|' + r[5], r[1]);
        var districts = new HashMap<String, String[]>();
        var rows = rows("former-units.csv");
        for (var r : rows) if (r[0].length() == 3) districts.put(r[0], r);
        int all = 0;
        int same = 0;
        int within = 0;
        var other = new ArrayList<String>();
        for (var r : rows) {
            if (r[0].length() != 5) continue;
            var district = Objects.requireNonNull(districts.get(r[3]));
            var typed = r[1] + ", " + district[1] + ", " + province(provinces, district[3]);
            var found =
                    UNITS.resolve(typed, district[3]).stream()
                            .map(m -> m.commune().code())
                            .collect(Collectors.toCollection(TreeSet::new));
            var listed = new TreeSet<>(List.of(r[6].split(";", -1)));
            all++;
            if (found.equals(listed)) same++;
            else if (!found.isEmpty() && listed.containsAll(found)) within++;
            else other.add(typed + ": " + found + ", listed " + listed);
        }
        System.out.printf(
                "former communes: %d, same %d, part of the listed %d%n", all, same, within);
        other.stream().limit(30).forEach(System.out::println);
        assertThat(same).isGreaterThan(all * 94 / 100);
        assertThat(other).hasSizeLessThan(all / 200);
    }

    private static String province(HashMap<String, String> names, String code) {
        var then = names.get(code + "|2025-06-30");
        return then != null ? then : Objects.requireNonNull(names.get(code + '|'));
    }

    private static String line(String code, String name, String province) {
        return code + ' ' + Spelling.marked(name.replace('’', '\'')) + ' ' + province;
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static List<String[]> rows(String file) throws IOException {
        @Nullable Path path = null;
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var candidate = at.resolve("shared").resolve("domain").resolve(file);
            if (Files.exists(candidate)) path = candidate;
        }
        assumeTrue(path != null, "no list to compare with");
        return Files.readAllLines(Objects.requireNonNull(path)).stream()
                .skip(1)
                .map(line -> line.strip().split(",", -1))
                .toList();
    }
}
