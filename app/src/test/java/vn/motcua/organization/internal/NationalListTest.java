package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/// Compares our units with lists made elsewhere: always with an excerpt kept beside this test,
/// and with the whole lists where the environment variable `MOTCUA_NATIONAL_LISTS` names their
/// folder.
class NationalListTest {
    private static final String WHOLE = "MOTCUA_NATIONAL_LISTS";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Units UNITS = new Units();

    @Test
    void codes_and_names_of_all_communes_agree() throws IOException {
        var listed = communes(whole("wards.csv"));
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(listed).hasSize(3321);
    }

    @Test
    void codes_and_names_of_communes_drawn_by_lot_agree() throws IOException {
        var listed = communes(excerpt("wards.csv"));
        assertThat(listed).hasSizeGreaterThan(40);
        assertThat(ours()).containsAll(listed).hasSize(3321);
    }

    private static List<String> communes(List<String[]> rows) {
        var listed = new ArrayList<String>();
        for (var row : rows) listed.add(line(row[0], row[1], row[3]));
        return listed;
    }

    private static List<String> ours() {
        return UNITS.provinces(TODAY).stream()
                .flatMap(p -> UNITS.communes(p.code(), TODAY).stream())
                .map(c -> line(c.code(), c.name(), c.provinceCode()))
                .toList();
    }

    @Test
    void provinces_agree_over_time() throws IOException {
        var listed = new ArrayList<String>();
        for (var r : excerpt("provinces.csv")) {
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
        var found = compared(whole("former-units.csv"));
        assertThat(found.same()).isGreaterThan(found.all() * 94 / 100);
        assertThat(found.other()).hasSizeLessThan(found.all() / 200);
    }

    @Test
    void former_communes_drawn_by_lot_lead_to_the_same_communes_of_today() throws IOException {
        var found = compared(excerpt("former-units.csv"));
        assertThat(found.all()).isEqualTo(60);
        assertThat(found.same()).isGreaterThanOrEqualTo(54);
        assertThat(found.other()).hasSizeLessThanOrEqualTo(1);
    }

    /// @param same lead to exactly the listed communes
    /// @param other lead to none of them, or to others
    private record Compared(int all, int same, List<String> other) {}

    private static Compared compared(List<String[]> rows) throws IOException {
        var provinces = new HashMap<String, String>();
        for (var r : excerpt("provinces.csv")) provinces.put(r[0] + '|' + r[5], r[1]);
        var districts = new HashMap<String, String[]>();
        for (var r : rows) if (r[0].length() == 3) districts.put(r[0], r);
        int all = 0;
        int same = 0;
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
            else if (found.isEmpty() || !listed.containsAll(found))
                other.add(typed + ": " + found + ", listed " + listed);
        }
        return new Compared(all, same, other);
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

    private static List<String[]> whole(String file) throws IOException {
        var folder = System.getenv(WHOLE);
        assumeTrue(folder != null, WHOLE + " names no folder with the whole lists");
        return rows(Files.readString(Path.of(Objects.requireNonNull(folder), file)));
    }

    private static List<String[]> excerpt(String file) throws IOException {
        try (var in =
                Objects.requireNonNull(
                        NationalListTest.class.getResourceAsStream("/national-list/" + file))) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String[]> rows(String text) {
        return text.lines().skip(1).map(line -> line.strip().split(",", -1)).toList();
    }
}
