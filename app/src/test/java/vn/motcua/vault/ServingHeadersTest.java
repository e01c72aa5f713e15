package vn.motcua.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServingHeadersTest {
    @Test
    void a_file_is_a_download_unless_it_is_a_pdf_or_picture_asked_for_inline() {
        assertThat(disposition("application/pdf", false)).startsWith("attachment;");
        assertThat(disposition("application/pdf", true)).startsWith("inline;");
        assertThat(disposition("image/png", true)).startsWith("inline;");
        assertThat(disposition("text/html", true)).startsWith("attachment;");
    }

    @Test
    void nothing_is_guessed_kept_or_run() {
        var headers = ServingHeaders.of(file("a.png", "image/png"), true);
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Length", "3");
        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox");
    }

    @Test
    void a_vietnamese_name_survives_and_cannot_break_out_of_the_header() {
        var header =
                ServingHeaders.of(
                                file("Đơn \"x\";\r\nSet-Cookie: a=b.pdf", "application/pdf"), false)
                        .get("Content-Disposition");
        assertThat(header)
                .isEqualTo(
                        "attachment; filename=\"Don _x____Set-Cookie_ a_b.pdf\";"
                                + " filename*=UTF-8''%C4%90%C6%A1n%20%22x%22%3B%0D%0ASet-Cookie%3A%20a%3Db.pdf");
    }

    private static String disposition(String mediaType, boolean inline) {
        return String.valueOf(
                ServingHeaders.of(file("a", mediaType), inline).get("Content-Disposition"));
    }

    private static StoredFile file(String name, String mediaType) {
        return new StoredFile(UUID.randomUUID(), name, mediaType, 3, "00");
    }
}
