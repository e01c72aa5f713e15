package vn.motcua.dossier.internal.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignerTitleTest {
    @Test
    void a_deputy_signs_in_place_of_the_head() {
        assertThat(SignerTitle.of("Phó Chủ tịch")).isEqualTo("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
        assertThat(SignerTitle.of("Phó Giám đốc")).isEqualTo("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
        assertThat(SignerTitle.of("Chủ tịch")).isEqualTo("CHỦ TỊCH");
    }

    @Test
    void a_place_drops_the_word_for_its_kind_unless_it_needs_it() {
        assertThat(SlipFacts.bare("Phường Bến Thành")).isEqualTo("Bến Thành");
        assertThat(SlipFacts.bare("Thành phố Hồ Chí Minh")).isEqualTo("Thành phố Hồ Chí Minh");
        assertThat(SlipFacts.bare("Tỉnh Lâm Đồng")).isEqualTo("Lâm Đồng");
        assertThat(SlipFacts.bare("Phường 12")).isEqualTo("Phường 12");
    }
}
