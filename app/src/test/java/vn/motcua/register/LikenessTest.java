package vn.motcua.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void a_name_is_the_same_however_its_tone_is_placed_or_stored() {
        for (var pair :
                List.of(
                        List.of("Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ"),
                        List.of("Thúy Uyên", "Thuý  Uyên"),
                        List.of("Khỏe", "Khoẻ"),
                        List.of("Lệ Quyên", Normalizer.normalize("Lệ Quyên", Normalizer.Form.NFD)),
                        List.of("Đoàn Đức", "\u00d0oàn \u00d0ức")))
            assertThat(Likeness.same(pair.getFirst(), pair.getLast())).as(pair.toString()).isTrue();
    }

    @Test
    void another_tone_or_another_vowel_is_another_name() {
        for (var pair :
                List.of(
                        List.of("Hòa", "Hoa"),
                        List.of("Hòa", "Hóa"),
                        List.of("Lan", "Lân"),
                        List.of("Thủy", "Thùy"),
                        List.of("Hà Hoa", "Ha Hoà"),
                        List.of("Đan", "Dan")))
            assertThat(Likeness.same(pair.getFirst(), pair.getLast()))
                    .as(pair.toString())
                    .isFalse();
    }

    @Test
    void numbers_are_compared_by_what_they_are_worth() {
        assertThat(Likeness.same(500000, 5.0e5)).isTrue();
        assertThat(Likeness.same(500000, 500001)).isFalse();
    }
}
