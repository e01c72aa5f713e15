package vn.motcua.organization.internal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Commune;
import vn.motcua.organization.Province;

/// All administrative units over time, read once from the class path and never changed.
///
/// @param provinces every stretch of every province, by code and first day
/// @param communes every stretch of every commune that has a code, by code and first day
/// @param former the units of before 1/7/2025 and what became of them
/// @param current today's communes with their keys
record UnitRecords(
        List<Province> provinces,
        List<Commune> communes,
        List<Current> current,
        List<Former> former) {
    static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = MERGER.minusDays(1);

    /// A name of today.
    ///
    /// @param key the bare name for looking up
    record Current(Commune commune, String key) {}

    /// A district of before 1/7/2025.
    ///
    /// @param province as it was; null where the source does not say
    record District(String name, String key, @Nullable Province province) {}

    /// A commune's name of the past.
    ///
    /// @param name null for an island district without communes
    /// @param district null for a commune that changed its level after the merger
    /// @param successors communes of today
    record Former(
            @Nullable String name,
            String key,
            @Nullable District district,
            List<Commune> successors) {}

    static UnitRecords load() {
        var provinces = readProvinces();
        var communes = new ArrayList<Commune>(14_000);
        var current = new ArrayList<Current>(4_000);
        var former = new ArrayList<Former>(11_000);
        var today = today(communes, current, former);
        before(districts(provinces), today, communes, former);
        communes.sort(Comparator.comparing(Commune::code).thenComparing(Commune::validFrom));
        return new UnitRecords(provinces, communes, current, former);
    }

    private static List<Province> readProvinces() {
        var names = new HashMap<String, String>();
        for (var row : Rows.of("provinces.csv")) names.put(row[0], row[1]);
        var all = new ArrayList<Province>();
        for (var row : Rows.of("provinces-today.csv")) {
            var name = row[3].isEmpty() ? Objects.requireNonNull(names.get(row[0])) : row[3];
            all.add(province(row[0], name, date(row[1]), null, null, row[2], true));
        }
        for (var row : Rows.of("former-provinces.csv")) {
            boolean verified = row[6].equals("verified");
            all.add(province(row[0], row[1], date(row[2]), date(row[3]), row[4], row[5], verified));
        }
        all.sort(
                Comparator.comparing(Province::code)
                        .thenComparing(
                                Province::validFrom,
                                Comparator.nullsFirst(Comparator.naturalOrder())));
        return all;
    }

    private static Province province(
            String code,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String into,
            String agencyCode,
            boolean verified) {
        var text = new LocalText(name, english(name));
        return new Province(code, text, from, to, into, agencyCode, verified);
    }

    private static String english(String name) {
        if (name.endsWith(" Hà Nội")) return "Hanoi";
        return name.startsWith("Tỉnh ")
                ? plain(name.substring("Tỉnh ".length())) + " Province"
                : plain(name.substring("Thành phố ".length())) + " City";
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /// The communes of today, with the corrections of `commune-changes.csv`.
    ///
    /// @return today's commune by code in the source table
    private static Map<String, Commune> today(
            List<Commune> communes, List<Current> current, List<Former> former) {
        var changes = new HashMap<String, String[]>();
        for (var row : Rows.of("commune-changes.csv")) changes.put(row[0], row);
        var today = new HashMap<String, Commune>(8_000);
        for (var row : Rows.of("communes.csv")) {
            var change = changes.get(row[0]);
            var code = change == null ? row[0] : change[1];
            var commune = new Commune(code, row[1], row[3], null, MERGER, null);
            if (change != null && !change[2].isEmpty()) {
                var day = LocalDate.parse(change[3]);
                communes.add(new Commune(code, row[1], row[3], null, MERGER, day.minusDays(1)));
                commune = new Commune(code, change[2], row[3], null, day, null);
                former.add(new Former(row[1], row[2], null, List.of(commune)));
            }
            communes.add(commune);
            current.add(new Current(commune, row[2]));
            today.put(row[0], commune);
        }
        return today;
    }

    private static List<District> districts(List<Province> provinces) {
        var byName = new HashMap<String, Province>();
        for (var p : provinces) if (p.isValidOn(BEFORE)) byName.put(p.name().vi(), p);
        var districts = new ArrayList<District>(800);
        for (var row : Rows.of("former-districts.csv")) {
            districts.add(new District(row[1], row[2], byName.get(row[3])));
        }
        return districts;
    }

    private static void before(
            List<District> districts,
            Map<String, Commune> today,
            List<Commune> communes,
            List<Former> former) {
        for (var row : Rows.of("former-communes.csv")) {
            var district = districts.get(Integer.parseInt(row[3]));
            var successors = successors(row[4], today);
            former.add(new Former(Rows.orNull(row[1]), row[2], district, successors));
            var province = district.province();
            if (row[0].isEmpty() || province == null) continue;
            communes.add(
                    new Commune(
                            row[0],
                            row[1],
                            province.code(),
                            district.name(),
                            LocalDate.EPOCH,
                            BEFORE));
        }
    }

    private static List<Commune> successors(String cell, Map<String, Commune> today) {
        if (cell.length() == 5) return List.of(Objects.requireNonNull(today.get(cell), cell));
        var communes = new ArrayList<Commune>();
        for (var code : cell.split(";", -1)) {
            communes.add(Objects.requireNonNull(today.get(code), code));
        }
        return communes;
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
