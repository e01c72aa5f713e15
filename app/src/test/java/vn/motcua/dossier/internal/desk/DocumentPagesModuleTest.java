package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.processing.Desk;

/// The register of documents over several pages: each document once, newest first.
class DocumentPagesModuleTest {
    private static final Pattern NUMBER = Pattern.compile(">([0-9]+)/2025-TRANG<");
    private static final Pattern NEXT =
            Pattern.compile("href=\"(/desk/documents[?][^\"]*after=[^\"]*)\"");

    private final DeskHouse house = DeskHouse.open();

    @Test
    void every_document_of_a_month_is_shown_once_over_its_pages_in_order() {
        var id = house.file(DeskHouse.HERE, "Nhiều Văn Bản");
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        issued(id, 130);
        var surfer = Surfer.signedIn(house, "duyet");
        var numbers = new ArrayList<Integer>();
        String path = "/desk/documents?month=2025-03";
        int pages = 0;
        while (path != null) {
            var page = surfer.page(path);
            pages++;
            var number = NUMBER.matcher(page);
            while (number.find()) numbers.add(Integer.parseInt(number.group(1)));
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 130).map(i -> 131 - i).boxed().toList());
    }

    /// Three at a time share a moment: the order among them is that of their identifiers.
    private void issued(UUID dossier, int count) {
        JdbcClient.create(house.database.superuserDataSource())
                .sql(
                        """
                        insert into dossier.result (id, dossier_id, type_code, name_vi, name_en, number, outcome, file_id,
                               sha256, issued_at, signer_name, signer_title, agency, dossier_code, owner_name)
                        select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, :dossier, 'KQ', 'Giấy', 'Paper',
                               i || '/2025-TRANG', 'GRANTED', gen_random_uuid(), repeat('0', 64),
                               timestamptz '2025-03-01 08:00+07' + (i / 3) * interval '1 minute', 'Phạm Hồng Sơn',
                               'PHÓ CHỦ TỊCH', :agency, 'X', 'Nhiều Văn Bản'
                          from generate_series(1, :count) i
                        """)
                .param("dossier", dossier)
                .param("agency", DeskHouse.HERE)
                .param("count", count)
                .update();
    }
}
