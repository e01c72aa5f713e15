package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue;
import vn.motcua.procedure.Catalogue.Found;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.Release;

class CatalogueIndexTest {
    private static final List<Release> CATALOGUE = SampleReleases.catalogue();
    private static final CatalogueIndex INDEX = new CatalogueIndex(CATALOGUE, WordList.load());

    private static Found search(String text) {
        return INDEX.search(Query.of(text));
    }

    private static List<String> names(Found found) {
        return found.hits().stream().map(hit -> hit.record().name().vi()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    khai sinh                | 1.001193
                    Đăng ký khai sinh        | 1.001193
                    dang ky khai sinh        | 1.001193
                    KHAI SINH                | 1.001193
                    sinh khai                | 1.001193
                    khai sinhh               | 1.001193
                    khai sing                | 1.001193
                    khaisinh                 | 1.001193
                    khai si                  | 1.001193
                    ddawng kys khai sinh     | 1.001193
                    dda9ng ky1 khai sinh     | 1.001193
                    d9a8ng ky1 khai sinh     | 1.001193
                    d9ang7 ky1 khai sinh     | 1.001193
                    khai sinhs               | 1.001193
                    dddang kys khai sinh     | 1.001193
                    ĐKKH                     | 1.000894
                    doi bang lai             | 3.000347
                    khai sinh1               | 1.001193
                    giấy khai sinh cho con   | 1.001193
                    birth 1.001193           | 1.001193
                    1.001193                 | 1.001193
                    1001193                  | 1.001193
                    1.001193.000.00.00.H56   | 1.001193
                    đẻ con                   | 1.001193
                    ĐKKH                     | 1.000894
                    cưới                     | 1.000894
                    GPLX                     | 3.000347
                    đổi bằng lái             | 3.000347
                    bằng lái xe              | 3.000347
                    GCNQSDĐ                  | 1.013978
                    sổ đỏ                    | 1.013978
                    LLTP                     | 3.000333
                    lí lịch tư pháp          | 3.000333
                    CCCD                     | 1.014064
                    BHYT                     | 1.099002
                    HKD                      | 1.001612
                    mở quán                  | 1.001612
                    hộ khẩu                  | 1.004222
                    thuong tru               | 1.004222
                    thuwowngf trus           | 1.004222
                    tam trú                  | 1.004194
                    khuyến mãi               | 2.000033
                    sao y bản chính          | 2.000815
                    """)
    void what_people_type_finds_what_they_mean(String typed, String code) {
        assertThat(search(typed).hits())
                .extracting(hit -> hit.record().code())
                .first()
                .isEqualTo(code);
    }

    @Test
    void exact_marks_rank_first() {
        assertThat(names(search("lý"))).first().isEqualTo("Cấp Phiếu lý lịch tư pháp");
        assertThat(names(search("ly")))
                .first()
                .isEqualTo("Ghi chú ly hôn đã giải quyết ở nước ngoài");
        assertThat(search("lý").total()).isEqualTo(search("ly").total());
    }

    @Test
    void a_name_that_is_the_query_ranks_before_names_that_contain_it() {
        var index =
                new CatalogueIndex(
                        List.of(
                                named("1.000001", "Đăng ký lại khai sinh"),
                                named("1.000002", "Đăng ký khai sinh có yếu tố nước ngoài"),
                                named("1.000003", "Đăng ký khai sinh")),
                        WordList.load());
        assertThat(names(index.search(Query.of("đăng ký khai sinh"))))
                .containsExactly(
                        "Đăng ký khai sinh",
                        "Đăng ký khai sinh có yếu tố nước ngoài",
                        "Đăng ký lại khai sinh");
    }

    @Test
    void what_is_used_much_comes_first_among_equals() {
        var releases =
                List.of(
                        SampleReleases.release(
                                SampleReleases.yaml("1.000001", 1, "Cấp giấy phép ánh sáng")),
                        SampleReleases.release(
                                SampleReleases.yaml("1.000002", 1, "Cấp giấy phép xây nhà")));
        var alike = new CatalogueIndex(releases, WordList.load());
        var used = new CatalogueIndex(releases, WordList.load(), Map.of("1.000002", 900));
        var query = Query.of("cap giay phep");
        assertThat(alike.search(query).hits().getFirst().record().code()).isEqualTo("1.000001");
        assertThat(used.search(query).hits().getFirst().record().code()).isEqualTo("1.000002");
    }

    @Test
    void a_mended_word_is_told_and_can_be_refused() {
        assertThat(search("khai sing").mended()).isEqualTo("khai sinh");
        assertThat(search("khai sinh").mended()).isNull();
        var literal = new Query("khai sing", null, null, null, null, null, false, true, null, 10);
        assertThat(INDEX.search(literal).total()).isLessThan(search("khai sing").total());
    }

    @Test
    void words_the_catalogue_does_not_have_may_be_missing_from_a_hit() {
        var found = search("làm giấy khai sinh ở thành phố Hồ Chí Minh xxqq");
        assertThat(found.hits()).isNotEmpty();
        assertThat(search("khai sinh xxqqww").partly()).isTrue();
    }

    @Test
    void where_nothing_is_found_the_nearest_words_are_offered() {
        var found = search("kaax hoonn");
        assertThat(search("zzzzzz").hits()).isEmpty();
        assertThat(found.hits().isEmpty() ? found.nearest() : found.hits()).isNotEmpty();
    }

    @Test
    void nothing_typed_shows_everything_by_the_alphabet() {
        assertThat(search("").total()).isEqualTo(CATALOGUE.size());
        assertThat(names(search("  ,. ")))
                .isSortedAccordingTo(java.util.Comparator.comparing(Fold::fold));
    }

    @Test
    void filters_narrow_and_facets_count() {
        var found =
                INDEX.search(
                        new Query(
                                "đăng ký",
                                LifeEvent.RESIDENCE,
                                null,
                                null,
                                Audience.CITIZEN,
                                null,
                                true,
                                false,
                                null,
                                10));
        assertThat(names(found)).containsExactlyInAnyOrder("Đăng ký thường trú", "Đăng ký tạm trú");
        assertThat(search("đăng ký").facets().audiences()).containsEntry(Audience.ENTERPRISE, 1);
        assertThat(search("đăng ký").facets().fields().getFirst().count())
                .isEqualTo(search("đăng ký").total());
    }

    @Test
    void the_agency_that_settles_a_procedure_is_a_filter_too() {
        var all = search("").facets().agencies();
        assertThat(all.stream().mapToInt(Catalogue.AgencyCount::count).sum())
                .isEqualTo(CATALOGUE.size());
        for (var one : all) {
            var query =
                    new Query("", null, null, one.unitGroup(), null, null, false, false, null, 50);
            assertThat(INDEX.search(query).total()).isEqualTo(one.count());
        }
        var unknown = new Query("", null, null, "nobody", null, null, false, false, null, 50);
        assertThat(INDEX.search(unknown).total()).isZero();
    }

    @Test
    void pages_by_key_show_every_hit_once() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var found =
                    INDEX.search(
                            new Query(
                                    "đăng ký", null, null, null, null, null, false, false, after,
                                    2));
            found.hits().forEach(hit -> seen.add(hit.record().code()));
            after = found.next();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(search("đăng ký").total());
    }

    @Test
    void a_forged_key_is_no_error() {
        for (var key : List.of("", "-", "x-1.001193", "12-9.999999", "99999999999-1.001193")) {
            var found =
                    INDEX.search(
                            new Query(
                                    "đăng ký", null, null, null, null, null, false, false, key, 5));
            assertThat(found.total()).isPositive();
        }
    }

    @Test
    void tone_marks_on_either_vowel_are_the_same_word() {
        assertThat(Typing.marked("hoà hòa HÒA")).containsOnly(Typing.marked("hòa").getFirst());
        assertThat(Typing.marked("lý")).isNotEqualTo(Typing.marked("ly"));
    }

    @Property(tries = 300)
    void folding_any_name_still_finds_it(@ForAll("names") Release release) {
        var name = release.record().name().vi();
        assertThat(search(Fold.fold(name)).hits()).first().isEqualTo(release);
        assertThat(search(Normalizer.normalize(name, Normalizer.Form.NFD)).hits())
                .first()
                .isEqualTo(release);
    }

    @Property(tries = 1000)
    void no_text_breaks_the_search(@ForAll String anything) {
        var found = search(anything);
        assertThat(found.total()).isGreaterThanOrEqualTo(found.hits().size());
    }

    @Provide
    Arbitrary<Release> names() {
        return Arbitraries.of(CATALOGUE);
    }

    private static Release named(String code, String name) {
        return SampleReleases.release(SampleReleases.yaml(code, 1, name));
    }
}
