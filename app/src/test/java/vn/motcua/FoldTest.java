package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.kernel.Fold;

class FoldTest {
    @Test
    void java_and_sql_fold_every_vietnamese_letter_the_same_way() {
        var letters = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ";
        var tones = new String[] {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};
        var jdbc = JdbcClient.create(TestDatabase.fresh().appDataSource());
        for (int i = 0; i < letters.length(); i++) {
            for (var tone : tones) {
                for (var form : java.text.Normalizer.Form.values()) {
                    var text =
                            "Hồ "
                                    + java.text.Normalizer.normalize(letters.charAt(i) + tone, form)
                                    + ", (x-1)";
                    var sql =
                            jdbc.sql("select kernel.fold(:text)")
                                    .param("text", text)
                                    .query(String.class)
                                    .single();
                    assertThat(Fold.fold(text)).isEqualTo(sql).matches("ho [a-z] x 1");
                }
            }
        }
    }
}
