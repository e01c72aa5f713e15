package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kernel.Fold;
import vn.motcua.organization.Commune;
import vn.motcua.organization.Province;
import vn.motcua.organization.UnitMatch;

class UnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final Units UNITS = new Units();

    @Test
    void there_are_34_provinces_today_and_were_63_before_the_merger() {
        assertThat(UNITS.provinces(TODAY)).hasSize(34);
        assertThat(UNITS.provinces(BEFORE)).hasSize(63);
        assertThat(UNITS.provinces(TODAY)).extracting(Province::agencyCode).doesNotHaveDuplicates();
        assertThat(UNITS.provinces(BEFORE))
                .extracting(Province::agencyCode)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "15, Tỉnh Yên Bái, Tỉnh Lào Cai",
        "24, Tỉnh Bắc Giang, Tỉnh Bắc Ninh",
        "44, Tỉnh Quảng Bình, Tỉnh Quảng Trị",
        "52, Tỉnh Bình Định, Tỉnh Gia Lai",
        "80, Tỉnh Long An, Tỉnh Tây Ninh",
        "82, Tỉnh Tiền Giang, Tỉnh Đồng Tháp",
        "91, Tỉnh Kiên Giang, Tỉnh An Giang"
    })
    void seven_codes_were_given_to_another_name(String code, String before, String after) {
        assertThat(province(code, BEFORE).name().vi()).isEqualTo(before);
        assertThat(province(code, TODAY).name().vi()).isEqualTo(after);
    }

    @Test
    void dong_nai_is_a_city_since_30_april_2026() {
        assertThat(province("75", LocalDate.of(2026, 4, 29)).name().vi())
                .isEqualTo("Tỉnh Đồng Nai");
        assertThat(province("75", LocalDate.of(2026, 4, 30)).name().vi())
                .isEqualTo("Thành phố Đồng Nai");
        assertThat(province("75", TODAY).name().en()).isEqualTo("Dong Nai City");
        assertThat(commune("25270", LocalDate.of(2026, 4, 29)).name()).isEqualTo("Xã Lộc Ninh");
        assertThat(commune("25270", TODAY).name()).isEqualTo("Phường Lộc Ninh");
    }

    @Test
    void a_province_of_the_63_leads_to_the_one_of_today() {
        assertThat(UNITS.provinceToday("74"))
                .hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("79"));
        assertThat(UNITS.provinceToday("10"))
                .hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("15"));
        assertThat(UNITS.provinceToday("03")).isEmpty();
    }

    @Test
    void communes_are_counted_as_the_resolutions_count_them() {
        var all =
                UNITS.provinces(TODAY).stream()
                        .flatMap(p -> UNITS.communes(p.code(), TODAY).stream());
        assertThat(all).hasSize(3321);
        assertThat(UNITS.communes("79", TODAY)).hasSize(168);
        assertThat(UNITS.communes("01", TODAY)).hasSize(126);
        assertThat(UNITS.communes("40", TODAY)).hasSize(130);
        assertThat(UNITS.communes("79", BEFORE))
                .anySatisfy(c -> assertThat(c.district()).isEqualTo("Quận Gò Vấp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phường Bến Thành",
                "phuong ben thanh",
                "P. Bến Thành",
                "P.Bến Thành, TP.HCM",
                "p ben thanh tphcm",
                "BẾN THÀNH",
                "Bến Thành, Quận 1",
                "phường Bến Thành, Q.1, TP. Hồ Chí Minh, Việt Nam",
                "phuong ben thanh q1",
                "12 Lê Lợi, Phường Bến Thành, Quận 1, Thành phố Hồ Chí Minh",
                "Bến Thàhn",
                "Phường Bén Thàn",
                "benthanh"
            })
    void people_write_a_commune_in_many_ways(String typed) {
        var best = UNITS.resolve(typed, null).getFirst();
        assertThat(best.commune().code()).isEqualTo("26743");
        assertThat(best.formerName()).isNull();
        assertThat(best.province().code()).isEqualTo("79");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phường 12, Quận Gò Vấp",
                "P12, Q. Gò Vấp",
                "P.12 Gò Vấp",
                "phuong 12 quan go vap tp hcm",
                "Phường 12 - Gò Vấp - TP HCM"
            })
    void a_ward_of_before_the_merger_leads_to_the_one_of_today(String typed) {
        assertThat(UNITS.resolve(typed, null))
                .singleElement()
                .satisfies(
                        m -> {
                            assertThat(m.commune().name()).isEqualTo("Phường An Hội Tây");
                            assertThat(m.formerName()).isEqualTo("Phường 12, Quận Gò Vấp");
                        });
    }

    @Test
    void a_former_province_is_named_with_the_former_commune() {
        var best = UNITS.resolve("Phường Hiệp Thành, Thủ Dầu Một, Bình Dương", null).getFirst();
        assertThat(best.province().code()).isEqualTo("79");
        assertThat(best.formerName())
                .isEqualTo("Phường Hiệp Thành, Thành phố Thủ Dầu Một, Tỉnh Bình Dương");
    }

    @Test
    void the_keys_made_at_build_time_are_those_of_typed_names() {
        var records = UnitRecords.load();
        for (var current : records.current()) {
            assertThat(Name.official(current.commune().name()).key()).isEqualTo(current.key());
        }
        for (var former : records.former()) {
            if (former.name() != null) {
                assertThat(Name.official(former.name()).key()).isEqualTo(former.key());
            }
            var district = former.district();
            if (district != null) {
                assertThat(Name.official(district.name()).key()).isEqualTo(district.key());
            }
        }
    }

    @Test
    void a_former_province_whose_code_lives_on_under_another_name_is_named_too() {
        var best = UNITS.resolve("Phường Nguyễn Thái Học, Thành phố Yên Bái", "15").getFirst();
        assertThat(best.formerName())
                .isEqualTo("Phường Nguyễn Thái Học, Thành phố Yên Bái, Tỉnh Yên Bái");
    }

    @Test
    void a_former_district_gives_all_communes_that_took_it_over() {
        assertThat(names("Quận 1", "79"))
                .contains(
                        "Phường Bến Thành",
                        "Phường Sài Gòn",
                        "Phường Tân Định",
                        "Phường Cầu Ông Lãnh");
        assertThat(names("Q.1", "79")).isEqualTo(names("quan 1", "79"));
        assertThat(names("Huyện Côn Đảo", null)).contains("Đặc khu Côn Đảo");
        assertThat(UNITS.resolve("Quận 12", null))
                .noneMatch(m -> "Phường 12".equals(m.formerName()));
    }

    @Test
    void a_commune_that_was_split_gives_several() {
        assertThat(names("Phường 13, Quận Gò Vấp", null))
                .containsExactlyInAnyOrder("Phường An Hội Tây", "Phường An Hội Đông");
    }

    @Test
    void both_placings_of_a_tone_mark_and_decomposed_letters_are_understood() {
        var plain = names("Xã Hòa Lạc", "01");
        assertThat(plain).containsExactly("Xã Hòa Lạc");
        assertThat(names("Xã Hoà Lạc", "01")).isEqualTo(plain);
        assertThat(names(Normalizer.normalize("Xã Hoà Lạc", Normalizer.Form.NFD), "01"))
                .isEqualTo(plain);
    }

    @Test
    void exact_marks_come_first() {
        assertThat(names("Xã Ba Tơ", "51").getFirst()).isEqualTo("Xã Ba Tơ");
        assertThat(names("Xã Ba Tô", "51").getFirst()).isEqualTo("Xã Ba Tô");
        assertThat(names("ba to", "51")).contains("Xã Ba Tơ", "Xã Ba Tô");
    }

    @Test
    void a_name_that_begins_like_a_level_is_still_a_name() {
        assertThat(names("Quan Triều", null)).contains("Phường Quan Triều");
        assertThat(names("quan trieu", null)).contains("Phường Quan Triều");
        assertThat(names("Xã Ea H'Leo", null)).contains("Xã Ea H'Leo");
        assertThat(names("ea hleo", null)).contains("Xã Ea H'Leo");
        assertThat(names("Văn Miếu - Quốc Tử Giám", "01").getFirst())
                .isEqualTo("Phường Văn Miếu - Quốc Tử Giám");
    }

    @Test
    void a_changed_level_is_a_former_name() {
        var best = UNITS.resolve("xã Lộc Ninh", "75").getFirst();
        assertThat(best.commune().name()).isEqualTo("Phường Lộc Ninh");
        assertThat(best.formerName()).isEqualTo("Xã Lộc Ninh");
    }

    @Test
    void nonsense_finds_nothing_and_breaks_nothing() {
        for (var typed :
                List.of("", " ", ",", ".", "P.", "q", "%", "😀", "x".repeat(5000), "zzqxj kkw")) {
            assertThat(UNITS.resolve(typed, null)).as(typed).isEmpty();
        }
        assertThat(UNITS.resolve("Bến Thành", "03")).isEmpty();
    }

    @Test
    void a_field_being_typed_in_is_helped_along() {
        var found = UNITS.suggest("bến t", "79", 5);
        assertThat(found).hasSizeLessThanOrEqualTo(5);
        assertThat(found.getFirst().commune().name()).isEqualTo("Phường Bến Thành");
        assertThat(UNITS.suggest("phuong 1", "79", 12)).isNotEmpty();
    }

    @Property(tries = 400)
    void every_commune_is_found_by_its_name_however_its_marks_are_written(
            @ForAll("communes") Commune commune,
            @ForAll boolean decomposed,
            @ForAll boolean marks) {
        var name = commune.name();
        var typed = decomposed ? Normalizer.normalize(name, Normalizer.Form.NFD) : name;
        if (!marks) typed = Fold.fold(name);
        var province = commune.provinceCode();
        var found = UNITS.resolve(typed, province);
        assertThat(found).as(typed).extracting(UnitMatch::commune).contains(commune);
        if (marks) assertThat(found.getFirst().commune()).as(typed).isEqualTo(commune);
    }

    @Property(tries = 200)
    void one_lost_letter_does_not_hide_a_commune(
            @ForAll("communes") Commune commune, @ForAll int where) {
        var bare = Name.official(commune.name()).bare();
        if (Spelling.tolerance(Spelling.compact(bare)) == 0) return;
        int at = 1 + Math.floorMod(where, bare.length() - 1);
        var typed = bare.substring(0, at) + bare.substring(at + 1);
        if (Spelling.tolerance(Spelling.compact(typed)) == 0) return;
        var found = UNITS.suggest(typed, commune.provinceCode(), 300);
        if (UNITS.resolve(typed, commune.provinceCode()).stream().anyMatch(m -> agrees(m, typed)))
            return;
        assertThat(found).as(typed).extracting(UnitMatch::commune).contains(commune);
    }

    /// What remains may be the start or the whole of another name.
    private static boolean agrees(UnitMatch match, String typed) {
        var key = Spelling.compact(typed);
        var former = match.formerName();
        return Spelling.compact(match.commune().name()).contains(key)
                || (former != null && Spelling.compact(former).contains(key));
    }

    @Provide
    Arbitrary<Commune> communes() {
        return Arbitraries.of(
                UNITS.provinces(TODAY).stream()
                        .flatMap(p -> UNITS.communes(p.code(), TODAY).stream())
                        .toList());
    }

    private static List<String> names(String typed, @Nullable String province) {
        return UNITS.resolve(typed, province).stream().map(m -> m.commune().name()).toList();
    }

    private static Province province(String code, LocalDate on) {
        return UNITS.province(code, on).orElseThrow();
    }

    private static Commune commune(String code, LocalDate on) {
        return Objects.requireNonNull(UNITS.commune(code, on).orElse(null), code);
    }
}
