package vn.motcua.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.AgencySeed;
import vn.motcua.organization.Commune;
import vn.motcua.organization.Province;

/// Makes the agencies of the demonstration out of the `sample-*.csv` resources and today's
/// communes. The n-th commune of a province has the committee `<province>.<100+n>` and the police
/// `G01.<province code>.<100+n>`; all such codes are invented.
@Component
class SampleAgencies implements AgencySeed {
    private static final LocalText WEEKDAYS =
            LocalText.of(
                    "Thứ Hai đến thứ Sáu, trong giờ hành chính",
                    "Monday to Friday, in office hours");

    /// Residence dossiers are taken on Saturday morning too.
    private static final LocalText POLICE_DAYS =
            LocalText.of(
                    "Thứ Hai đến thứ Sáu và sáng thứ Bảy", "Monday to Friday and Saturday morning");

    private static final String POLICE_CODE = "G01";

    private final Agencies agencies;
    private final AdministrativeUnits units;
    private final Clock clock;

    SampleAgencies(Agencies agencies, AdministrativeUnits units, Clock clock) {
        this.agencies = agencies;
        this.units = units;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int load() {
        var sample = sample();
        agencies.put(sample);
        return sample.size();
    }

    List<Agency> sample() {
        var all = new ArrayList<Agency>(1_000);
        for (var row : Rows.of("sample-ministries.csv")) all.add(ministry(row));
        var today = HanoiTime.dateOf(clock.instant());
        var departments = Rows.of("sample-departments.csv");
        for (var row : Rows.of("sample-provinces.csv")) {
            var province = units.province(row[0], today).orElseThrow();
            new OfProvince(province, row[2], all)
                    .make(departments, communes(province, row[1], today));
        }
        return all;
    }

    private List<Commune> communes(Province province, String first, LocalDate today) {
        var communes = new ArrayList<>(units.communes(province.code(), today));
        for (int i = 0; i < communes.size(); i++) {
            if (communes.get(i).code().equals(first)) communes.addFirst(communes.remove(i));
        }
        return communes;
    }

    private static Agency ministry(String[] row) {
        var name = LocalText.of(row[2], row[3]);
        var desk = LocalText.of("Bộ phận Một cửa " + row[2], "One-stop desk, " + row[3]);
        return new Agency(
                row[1],
                name,
                AgencyKind.MINISTRY,
                null,
                null,
                null,
                "Thành phố Hà Nội",
                "",
                desk,
                row[0],
                WEEKDAYS,
                null,
                null,
                true);
    }

    private static final class OfProvince {
        private final Province province;
        private final String phone;
        private final List<Agency> all;
        private final LocalText place;
        private final String police;

        OfProvince(Province province, String phone, List<Agency> all) {
            this.province = province;
            this.phone = phone;
            this.all = all;
            var name = province.name().vi();
            var inText = name.startsWith("Tỉnh ") ? "tỉnh" + name.substring(4) : name;
            place = LocalText.of(inText, province.name().en());
            police = POLICE_CODE + '.' + province.code();
        }

        void make(List<String[]> departments, List<Commune> communes) {
            var centre = departments.getFirst();
            var desk = fill(centre[3], centre[4]);
            var root = province.agencyCode();
            var committee = fill("Ủy ban nhân dân {p}", "People's Committee of {p}");
            add(
                    root,
                    committee,
                    AgencyKind.PROVINCIAL_COMMITTEE,
                    null,
                    null,
                    desk,
                    "provincial-committee");
            var name = fill("Công an {p}", "Police of {p}");
            add(
                    police,
                    name,
                    AgencyKind.PROVINCIAL_POLICE,
                    POLICE_CODE,
                    null,
                    reception(name),
                    "provincial-police");
            for (var row : departments) department(row, desk);
            for (int i = 0; i < communes.size(); i++)
                commune(communes.get(i), ".%03d".formatted(101 + i));
        }

        /// Below the committee, the police, the ministry it belongs to, or another department.
        private void department(String[] row, LocalText desk) {
            var kind = AgencyKind.valueOf(row[1]);
            var number = row[2];
            var name = fill(row[3], row[4]);
            if (kind == AgencyKind.PROVINCIAL_POLICE) {
                add(police + '.' + number, name, kind, police, null, reception(name), row[0]);
                return;
            }
            if (number.startsWith("G")) {
                int dot = number.indexOf('.');
                var ministry = number.substring(0, dot);
                var code = ministry + '.' + province.code() + number.substring(dot);
                add(code, name, kind, ministry, null, reception(name), row[0]);
                return;
            }
            int dot = number.indexOf('.');
            var parent = dot < 0 ? "" : '.' + number.substring(0, dot);
            var root = province.agencyCode();
            add(root + '.' + number, name, kind, root + parent, null, desk, row[0]);
        }

        private void commune(Commune commune, String number) {
            var vi = inText(commune.name());
            var en = english(commune.name());
            add(
                    province.agencyCode() + number,
                    LocalText.of("Ủy ban nhân dân " + vi, "People's Committee of " + en),
                    AgencyKind.COMMUNE_COMMITTEE,
                    province.agencyCode(),
                    commune,
                    LocalText.of(
                            "Trung tâm Phục vụ hành chính công " + vi,
                            en + " Public Administration Service Centre"),
                    "commune");
            var name = LocalText.of("Công an " + vi, "Police of " + en);
            add(
                    police + number,
                    name,
                    AgencyKind.COMMUNE_POLICE,
                    police,
                    commune,
                    reception(name),
                    "commune-police");
        }

        private void add(
                String code,
                LocalText name,
                AgencyKind kind,
                @Nullable String parent,
                @Nullable Commune commune,
                LocalText desk,
                String group) {
            boolean isPolice =
                    kind == AgencyKind.PROVINCIAL_POLICE || kind == AgencyKind.COMMUNE_POLICE;
            var address = "Trụ sở " + name.vi() + (commune == null ? "" : ", " + place.vi());
            all.add(
                    new Agency(
                            code,
                            name,
                            kind,
                            parent,
                            province.code(),
                            commune == null ? null : commune.code(),
                            address,
                            phone + " %04d".formatted(all.size()),
                            desk,
                            group,
                            isPolice ? POLICE_DAYS : WEEKDAYS,
                            UnitRecords.MERGER,
                            null,
                            parent == null));
        }

        private LocalText fill(String vi, String en) {
            return LocalText.of(vi.replace("{p}", place.vi()), en.replace("{p}", place.en()));
        }

        private static LocalText reception(LocalText agency) {
            return LocalText.of("Bộ phận tiếp nhận " + agency.vi(), "Reception, " + agency.en());
        }

        /// `Phường Bến Thành` → `phường Bến Thành`
        private static String inText(String name) {
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        private static String english(String name) {
            var unit = Name.official(name);
            var level =
                    switch (Objects.requireNonNull(unit.level())) {
                        case PHUONG -> " Ward";
                        case DAC_KHU -> " Special Zone";
                        default -> " Commune";
                    };
            return unit.bare() + level;
        }
    }
}
