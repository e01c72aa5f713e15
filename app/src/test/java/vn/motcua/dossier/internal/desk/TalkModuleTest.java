package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// Notes between officers and the conversation with the person, through the pages.
class TalkModuleTest {
    private static final Pattern TOPIC = Pattern.compile("name=\"topic\" value=\"([^\"]+)\"");
    private static final Pattern NOTE =
            Pattern.compile(
                    "name=\"note\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"stood\" value=\"([^\"]+)\"");

    private static final String PDF =
            """
            %PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R]/Count 1>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>
            endobj
            xref
            0 4
            0000000000 65535 f\s
            0000000009 00000 n\s
            0000000054 00000 n\s
            0000000105 00000 n\s
            trailer
            <</Size 4/Root 1 0 R>>
            startxref
            170
            %%EOF
            """;

    private final DeskHouse house = DeskHouse.open();
    private final JdbcClient jdbc = house.bean(JdbcClient.class);

    private static Browser browser(String login) {
        return new Browser(DeskHouse.open().context, login);
    }

    @Test
    void a_question_is_answered_and_both_sides_see_what_was_read() {
        var id = house.file(DeskHouse.HERE, "Trịnh Hoài Đức");
        var desk = browser("tiepnhan");
        var path = "/desk/dossiers/" + id + "/talk";
        var page = desk.get(path).body();
        assertThat(page).doesNotContain("talk.", "desk-page.");
        assertThat(desk.post(path, page, "body", " ").statusCode()).isEqualTo(422);
        assertThat(desk.post(path, page, "body", "Anh ở nhà số mấy?").statusCode()).isEqualTo(302);

        var person = browser("079196000318");
        var own = "/dossiers/" + code(id);
        assertThat(person.get(own).body()).contains("1 tin chưa đọc");
        assertThat(person.get("/dossiers").body()).contains("1 tin chưa đọc");
        var asked = person.get(own + "/messages").body();
        assertThat(asked)
                .contains("Anh ở nhà số mấy?", "Trần Thị Ngọc Ánh (cán bộ)")
                .doesNotContain("chưa đọc");
        assertThat(person.get(own).body()).doesNotContain("tin chưa đọc");
        var topic = topic(asked);
        var sent =
                person.postParts(
                        own + "/messages",
                        asked,
                        Map.of(
                                "topic",
                                topic,
                                "body",
                                "Số 5 Lê Lợi",
                                "files\"; filename=\"nha.pdf",
                                PDF));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);

        assertThat(desk.get("/desk/dossiers/" + id).body())
                .contains("1 tin chưa đọc", "Số 5 Lê Lợi", "nha.pdf", "Đã xem lúc");
        assertThat(desk.get(path).body()).contains("Số 5 Lê Lợi").doesNotContain("talk.");
        assertThat(desk.get("/desk/dossiers/" + id).body()).doesNotContain("tin chưa đọc");
        assertThat(person.get(own + "/messages").body())
                .containsPattern("Đã xem lúc [^<]+: Trần Thị Ngọc Ánh");
        assertThat(person.get(own + "/messages/print").body()).contains("Số 5 Lê Lợi");
        var file =
                group(
                        Pattern.compile("(/desk/dossiers/[^\"]+/talk/files/[^\"]+)\""),
                        desk.get(path).body());
        assertThat(desk.get(file).statusCode()).isEqualTo(200);
        assertThat(browser("noikhac").get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void a_colleague_who_answered_first_is_shown_and_what_was_typed_stays() {
        var id = accepted("Võ Trường Toản");
        var person = browser("079196000318");
        var own = "/dossiers/" + code(id) + "/messages";
        assertThat(
                        person.postParts(
                                        own,
                                        person.get(own).body(),
                                        Map.of("body", "Bao giờ xong?"))
                                .statusCode())
                .isEqualTo(302);
        var path = "/desk/dossiers/" + id + "/talk";
        var first = browser("tiepnhan");
        var second = browser("thuly");
        var page = second.get(path).body();
        var topic = topic(page);
        answer(first, path, first.get(path).body(), topic, "1", "Thứ sáu.");
        var late = answer(second, path, page, topic, "1", "Thứ hai.");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Đồng nghiệp vừa trả lời", "Thứ sáu.", ">Thứ hai.</textarea>");
        assertThat(answer(second, path, page, topic, "2", "Thứ hai.").statusCode()).isEqualTo(302);
    }

    private UUID accepted(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        return id;
    }

    private static HttpResponse<String> answer(
            Browser who, String path, String page, String topic, String seen, String body) {
        return who.post(path, page, "topic", topic, "seen", seen, "body", body);
    }

    @Test
    void whoever_tracks_with_the_key_reads_and_answers_but_not_without_end() {
        var id = house.file(DeskHouse.HERE, "Bùi Hữu Nghĩa");
        var desk = browser("tiepnhan");
        var path = "/desk/dossiers/" + id + "/talk";
        desk.post(path, desk.get(path).body(), "body", "Xin cho biết nơi ở cũ.");
        var key =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(DossierStore.class)
                                        .trackingKey(
                                                house.bean(DossierStore.class).require(id).code()));
        var stranger = new Browser(DeskHouse.open().context);
        var query = "?code=" + code(id) + "&key=" + key;
        assertThat(stranger.get("/tracking" + query).body()).contains("1 tin chưa đọc");
        var page = stranger.get("/tracking/messages" + query).body();
        assertThat(page)
                .contains("Xin cho biết nơi ở cũ.")
                .doesNotContain("Nguyễn Thị Minh An", "type=\"file\"");
        assertThat(stranger.get("/tracking/messages?code=" + code(id) + "&key=SAI").statusCode())
                .isEqualTo(404);
        for (int i = 0; i < 5; i++)
            assertThat(tracked(stranger, page, id, key, "Bến Tre " + i).statusCode())
                    .isEqualTo(302);
        var tooMany = tracked(stranger, page, id, key, "Bến Tre nữa");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains(">Bến Tre nữa</textarea>", "nhiều nhất 5 tin");
        assertThat(desk.get(path).body())
                .contains("qua trang tra cứu, không đăng nhập", "Bến Tre 4");
    }

    private HttpResponse<String> tracked(
            Browser who, String page, UUID id, String key, String body) {
        return who.post("/tracking/messages", page, "code", code(id), "key", key, "body", body);
    }

    @Test
    void the_conversation_closes_some_time_after_the_dossier_has_ended() {
        var id = house.file(DeskHouse.HERE, "Huỳnh Mẫn Đạt");
        var person = browser("079196000318");
        var own = "/dossiers/" + code(id) + "/messages";
        var page = person.get(own).body();
        ended(id, 3);
        assertThat(person.get(own).body()).contains("Hồ sơ đã kết thúc. Trao đổi nhận thêm");
        ended(id, 31);
        assertThat(person.get(own).body()).contains("trao đổi đã đóng").doesNotContain("<textarea");
        var late = person.postParts(own, page, Map.of("body", "Còn hỏi"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("xin liên hệ");
    }

    private void ended(UUID id, int days) {
        house.as(
                Caller.system(),
                () ->
                        jdbc.sql(
                                        "update dossier.dossier set state = 'STOPPED', finished_at = now() - make_interval(days => :days) where id = :id")
                                .param("id", id)
                                .param("days", days)
                                .update());
    }

    @Test
    void notes_are_for_officers_alone_and_a_colleague_is_mentioned() {
        var id = accepted("Phan Văn Trị");
        var desk = browser("tiepnhan");
        var path = "/desk/dossiers/" + id + "/notes";
        var page = desk.get("/desk/dossiers/" + id).body();
        assertThat(page).contains("Ghi chú nội bộ", "Lê Thị Bích Thủy");
        var officer = java.util.Objects.requireNonNull(house.officer.account()).toString();
        assertThat(desk.post(path, page, "body", "Chú ý chữ ký", "mention", officer).statusCode())
                .isEqualTo(302);
        assertThat(browser("thuly").get("/desk/dossiers/" + id).body())
                .contains("Chú ý chữ ký", "nhắc Lê Thị Bích Thủy");
        var found = NOTE.matcher(desk.get("/desk/dossiers/" + id).body());
        assertThat(found.find()).isTrue();
        var corrected =
                desk.post(
                        path,
                        page,
                        "note",
                        found.group(1),
                        "stood",
                        found.group(2),
                        "body",
                        "Chú ý con dấu");
        assertThat(corrected.statusCode()).isEqualTo(302);
        assertThat(desk.get(path).body()).contains("Chú ý con dấu", "Đã sửa lúc", "Chú ý chữ ký");
        var twice =
                desk.post(
                        path,
                        page,
                        "note",
                        found.group(1),
                        "stood",
                        found.group(2),
                        "body",
                        "Khác");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("vừa được sửa ở nơi khác", ">Khác</textarea>");
        later(found.group(1));
        var old =
                desk.post(
                        path,
                        page,
                        "note",
                        found.group(1),
                        "stood",
                        found.group(2),
                        "body",
                        "Muộn");
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains(">Muộn</textarea>");

        var citizen = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
        for (var caller : List.of(citizen, house.stranger, Caller.system(), Caller.tracker()))
            assertThat(notes(caller, id)).isZero();
        assertThat(notes(house.approver, id)).isEqualTo(1);
        var above = new Caller(Role.LEADER, house.officer.account(), "H29", "Lãnh đạo");
        assertThat(notes(above, id)).isEqualTo(1);
        var person = browser("079196000318");
        assertThat(person.get("/dossiers/" + code(id)).body()).doesNotContain("Chú ý");
    }

    private void later(String note) {
        JdbcClient.create(house.database.ownerDataSource())
                .sql(
                        "update dossier.note set written_at = written_at - interval '1 hour' where id = :id::uuid")
                .param("id", note)
                .update();
    }

    private int notes(Caller caller, UUID id) {
        return house.as(
                caller,
                () ->
                        jdbc.sql("select count(*) from dossier.note where dossier_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single());
    }

    private String code(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id).code())
                .value();
    }

    private static String topic(String page) {
        return group(TOPIC, page);
    }

    private static String group(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
