package vn.motcua.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"Hòa,Hoà", "Thủy,Thuỷ", "Hóa An,Hoá An", "QUÝ HÒA,Quý Hoà", "Đắk Lắk,đắk lắk"})
    void both_placings_of_a_tone_mark_are_the_same_spelling(String one, String other) {
        assertThat(Spelling.marked(one)).isEqualTo(Spelling.marked(other));
        assertThat(Spelling.marked(Normalizer.normalize(one, Normalizer.Form.NFD)))
                .isEqualTo(Spelling.marked(one));
    }

    @Test
    void another_tone_or_letter_is_another_spelling() {
        assertThat(Spelling.marked("Hòa")).isNotEqualTo(Spelling.marked("Hóa"));
        assertThat(Spelling.marked("Hoa")).isNotEqualTo(Spelling.marked("Hòa"));
        assertThat(Spelling.marked("Ba Tơ")).isNotEqualTo(Spelling.marked("Ba Tô"));
    }

    @Test
    void keys_forget_blanks_marks_and_leading_zeros() {
        assertThat(Spelling.compact("Gò Vấp")).isEqualTo("govap");
        assertThat(Spelling.compact("Ea H’Leo")).isEqualTo(Spelling.compact("ea hleo"));
        assertThat(Spelling.compact("Phường 01")).isEqualTo("phuong1");
        assertThat(Spelling.compact("Phường 10")).isEqualTo("phuong10");
        assertThat(Spelling.compact("100")).isEqualTo("100");
    }

    @Test
    void typing_errors_are_counted() {
        assertThat(Spelling.distance("benthanh", "benthah", 2)).isEqualTo(1);
        assertThat(Spelling.distance("benthanh", "bethnanh", 2)).isEqualTo(2);
        assertThat(Spelling.distance("benthanh", "btenhanh", 2)).isEqualTo(2);
        assertThat(Spelling.distance("govap", "gvoap", 2)).isEqualTo(1);
        assertThat(Spelling.distance("govap", "thuduc", 2)).isEqualTo(3);
    }

    @Property
    void the_way_there_is_as_long_as_the_way_back(
            @ForAll @AlphaChars @StringLength(max = 9) String a,
            @ForAll @AlphaChars @StringLength(max = 9) String b) {
        int there = Spelling.distance(a, b, 3);
        assertThat(there).isEqualTo(Spelling.distance(b, a, 3)).isBetween(0, 4);
        assertThat(there == 0).isEqualTo(a.equals(b));
    }
}
