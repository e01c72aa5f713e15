package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.counter.PickupCodes;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Caller;

/// The officers' pages as a browser gets them, without scripts.
class DeskPagesModuleTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final DeskHouse house = DeskHouse.open();

    private Browser browser(String login) {
        return new Browser(house.context, login);
    }

    private static String page(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(response.uri() + "\n" + response.body())
                .isEqualTo(200);
        assertThat(response.body()).contains("<h1").doesNotContain("desk.act", "desk.col", "??");
        return response.body();
    }

    private static String group(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(302, 303);
        return response.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_dossier_goes_from_the_worklist_to_the_hands_of_the_person() {
        var id = house.file(DeskHouse.HERE, "Trần Nguyễn Bảo Khuê");
        var desk = browser("tiepnhan");
        var list = page(desk.get("/desk"));
        assertThat(list).contains("Trần Nguyễn Bảo Khuê", "Mới nộp");
        assertThat(page(desk.get(location(desk.post("/desk", list, "q", "bao khue")))))
                .contains("Trần Nguyễn Bảo Khuê");
        assertThat(page(desk.get(location(desk.post("/desk", list, "q", "khong co ai")))))
                .contains("Không có hồ sơ nào khớp");
        assertThat(page(desk.get("/desk/dossiers/" + id)))
                .contains("Giấy tờ chứng minh chỗ ở", "Còn thiếu");
        var accept = page(desk.get("/desk/dossiers/" + id + "/acts/accept"));
        assertThat(accept).contains("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Hẹn trả");
        var done =
                desk.post(
                        "/desk/dossiers/" + id + "/acts/accept",
                        accept,
                        "version",
                        group(VERSION, accept));
        assertThat(page(desk.get(location(done)))).contains("Đã tiếp nhận", "<svg");
        step(browser("thuly"), id, "eligible");
        step(browser("duyet"), id, "sign");
        handOver(desk, id);
        assertThat(page(desk.get("/desk/register"))).contains("Trần Nguyễn Bảo Khuê");
        assertThat(desk.get("/desk/register/pdf").body()).startsWith("%PDF");
        assertThat(desk.get("/desk/dossiers/" + id + "/control").body()).startsWith("%PDF");
    }

    private void step(Browser browser, UUID id, String outcome) {
        var act = act(browser, id, outcome);
        var page = page(browser.get(act));
        var sent = browser.post(act.replaceFirst("\\?.*", ""), page, fields(act, page));
        assertThat(location(sent)).endsWith("?done=step");
    }

    private static String[] fields(String act, String page, String... more) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "version", group(VERSION, page),
                                "token",
                                        group(
                                                Pattern.compile(
                                                        "name=\"token\" value=\"([^\"]*)\""),
                                                page),
                                "outcome", act.replaceFirst(".*outcome=", "")));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String act(Browser browser, UUID id, String outcome) {
        var link =
                Pattern.compile(
                        "href=\"(/desk/dossiers/[^\"]*/acts/step[^\"]*outcome=" + outcome + ")\"");
        return group(link, page(browser.get("/desk/dossiers/" + id))).replace("&amp;", "&");
    }

    private void handOver(Browser desk, UUID id) {
        var act = act(desk, id, "handed-over");
        var asked = location(desk.get(act));
        assertThat(asked).startsWith("/desk/dossiers/" + id + "/hand-over?token=");
        var page = page(desk.get(asked));
        var path = asked.replaceFirst("\\?.*", "");
        var unchecked = desk.post(path, page, fields(asked, page));
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body()).contains("Kiểm tra giấy tờ tùy thân");
        var person = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
        var code = house.asking.as(person, () -> house.bean(PickupCodes.class).issue(id).code());
        assertThat(
                        location(
                                desk.post(
                                        path,
                                        page,
                                        fields(
                                                asked,
                                                page,
                                                "receiverName",
                                                "Trần Nguyễn Bảo Khuê",
                                                "identity",
                                                "true",
                                                "proof",
                                                "CODE",
                                                "code",
                                                code))))
                .endsWith("?done=step");
        assertThat(page(desk.get("/desk/dossiers/" + id))).contains("Đã trả kết quả");
    }

    @Test
    void a_letter_is_read_before_it_goes_out_and_what_was_typed_comes_back() {
        var id = house.file(DeskHouse.HERE, "Ngô Minh Triết");
        var desk = browser("tiepnhan");
        var path = "/desk/dossiers/" + id + "/acts/supplement";
        var form = page(desk.get(path));
        var version = group(VERSION, form);
        var empty = desk.post(path, form, "version", version, "words", "Gửi lại ảnh rõ hơn");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Chọn một lý do", "Gửi lại ảnh rõ hơn", "href=\"#reason\"");
        String[] typed = {
            "version",
            version,
            "words",
            "Gửi lại ảnh rõ hơn",
            "reason",
            "proof-missing",
            "component",
            "proof",
            "wanted.proof",
            "ảnh mờ",
            "line",
            "Số điện thoại của chủ nhà"
        };
        var preview = page(desk.post(path, form, typed));
        assertThat(preview)
                .contains(
                        "Thư người dân sẽ nhận",
                        "1. Giấy tờ chứng minh chỗ ở: ảnh mờ",
                        "2. Số điện thoại của chủ nhà");
        var seen = group(Pattern.compile("name=\"seen\" value=\"([^\"]+)\""), preview);
        var sent = new ArrayList<>(List.of(typed));
        sent.addAll(List.of("seen", seen));
        var stale = new ArrayList<>(sent);
        assertThat(location(desk.post(path, preview, sent.toArray(String[]::new))))
                .endsWith("?done=supplement");
        var late = desk.post(path, preview, stale.toArray(String[]::new));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("vừa được người khác cập nhật", "Gửi lại ảnh rõ hơn");
        assertThat(page(desk.get("/desk/dossiers/" + id))).contains("Yêu cầu bổ sung lần 1");
    }

    @Test
    void a_person_who_comes_is_helped_and_leaves_with_a_receipt() {
        var desk = browser("tiepnhan");
        var counter = page(desk.get("/desk/counter"));
        assertThat(counter).contains("Xác nhận tình trạng cư trú");
        assertThat(desk.post("/desk/counter", counter, "personalId", "12").body())
                .contains("mc-sum");
        var found =
                page(
                        desk.post(
                                "/desk/counter",
                                counter,
                                "personalId",
                                "079196000318",
                                "q",
                                "cu tru"));
        assertThat(found).contains("Nguyễn Thị Minh An");
        var begun =
                location(
                        desk.post(
                                "/desk/counter",
                                found,
                                "personalId",
                                "079196000318",
                                "procedure",
                                DeskHouse.RELEASE.procedureCode()));
        var question = page(desk.get(begun + "/q/who"));
        assertThat(
                        location(
                                desk.post(
                                        begun + "/q/who",
                                        question,
                                        "name",
                                        "Lý Mỹ Duyên",
                                        "phone",
                                        "0908123318")))
                .startsWith(begun);
        house.confirms(begun);
        var papers = page(desk.get(begun + "/papers"));
        assertThat(papers).contains("Lý Mỹ Duyên", "Giấy tờ chứng minh chỗ ở");
        var missing = desk.postParts(begun + "/papers", papers, Map.of("filerName", "Lý Mỹ Duyên"));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Chọn dạng đã nhận");
        var filed =
                location(
                        desk.postParts(
                                begun + "/papers",
                                papers,
                                Map.of(
                                        "filerName",
                                        "Lý Mỹ Duyên",
                                        "form.proof",
                                        "ORIGINAL",
                                        "quantity.proof",
                                        "1",
                                        "returnWay",
                                        "COUNTER")));
        var receipt = page(desk.get(filed));
        var opened = filed.replace("/counter/filed/", "/dossiers/");
        for (var other : List.of("thuly", "duyet"))
            assertThat(location(browser(other).get(filed))).isEqualTo(opened);
        assertThat(receipt).contains("Đã tiếp nhận", "In giấy tiếp nhận", "data:image/png");
        var again =
                location(
                        desk.postParts(
                                begun + "/papers",
                                papers,
                                Map.of("filerName", "Lý Mỹ Duyên", "form.proof", "ORIGINAL")));
        assertThat(again).as("pressed twice").isEqualTo(filed);
        var dossier = page(desk.get(filed.replace("/counter/filed/", "/dossiers/")));
        assertThat(dossier).contains("cán bộ nhập hộ tại quầy", "1 bản chính");
        var slip = group(Pattern.compile("href=\"(/desk/dossiers/[^\"]+/slips/[^\"]+)\""), receipt);
        assertThat(desk.get(slip).body()).startsWith("%PDF");
        JdbcClient.create(house.database.ownerDataSource())
                .sql(
                        "update dossier.dossier set submitted_at = submitted_at - interval '1 day' where id = :id")
                .param("id", UUID.fromString(filed.replaceFirst(".*/", "")))
                .update();
        assertThat(location(desk.get(filed))).as("the day after").isEqualTo(opened);
    }

    @Test
    void what_was_typed_about_the_papers_stays_when_the_form_is_not_right() {
        var desk = browser("tiepnhan");
        var counter = page(desk.get("/desk/counter"));
        var begun =
                location(
                        desk.post(
                                "/desk/counter",
                                counter,
                                "procedure",
                                DeskHouse.RELEASE.procedureCode()));
        assertThat(location(desk.post(begun + "/submit", counter))).isEqualTo(begun + "/check");
        house.confirms(begun);
        var refused =
                desk.postParts(
                        begun + "/papers",
                        page(desk.get(begun + "/papers")),
                        Map.of(
                                "filerName",
                                "Cao Bá Nhạ",
                                "form.proof",
                                "CERTIFIED_COPY",
                                "quantity.proof",
                                "3",
                                "words.proof",
                                "bản in mờ trang 2",
                                "returnWay",
                                "POST"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Tờ khai chưa đủ hoặc chưa đúng: Nhập họ và tên",
                        begun + "/check",
                        "value=\"Cao Bá Nhạ\"",
                        "value=\"3\"",
                        "value=\"bản in mờ trang 2\"")
                .containsPattern("value=\"CERTIFIED_COPY\" selected")
                .containsPattern("value=\"POST\" checked");
    }

    @Test
    void a_name_looked_for_never_stands_in_an_address_on_no_page_of_what_is_found() {
        var filed = new ArrayList<UUID>();
        for (int i = 0; i < 35; i++) filed.add(house.file(DeskHouse.HERE, "Quách Thục Trinh " + i));
        var desk = browser("tiepnhan");
        desk.post("/desk/list", page(desk.get("/desk")), "size", "30", "column", "OWNER");
        var sought = location(desk.post("/desk", page(desk.get("/desk")), "q", "quach thuc trinh"));
        assertThat(sought).matches("/desk\\?s=[0-9a-f-]{36}");
        var first = page(desk.get(sought));
        assertThat(addresses(first)).noneMatch(address -> address.contains("quach"));
        var next = Pattern.compile("href=\"(/desk\\?[^\"]*after=[^\"]+)\"");
        var second = page(desk.get(group(next, first).replace("&amp;", "&")));
        assertThat(second).doesNotContain("after=");
        assertThat(addresses(second)).noneMatch(address -> address.contains("quach"));
        assertThat(page(browser("thuly").get(sought)))
                .as("somebody else's words")
                .doesNotContain("quach");
        var found = new java.util.TreeSet<String>();
        for (var shown : List.of(first, second)) {
            var name = Pattern.compile("<b>(Quách Thục Trinh [0-9]+)</b>").matcher(shown);
            while (name.find()) assertThat(found.add(name.group(1))).isTrue();
        }
        assertThat(found).hasSize(35);
        assertThat(page(desk.get("/desk?q=khong+co+ai"))).contains("Hạn gần nhất trước", "mc-work");
        house.as(
                Caller.system(),
                () -> {
                    for (var id : filed)
                        house.bean(TaskStore.class).closeAll(id, null, null, Instant.EPOCH);
                    return 0;
                });
    }

    private static List<String> addresses(String page) {
        return Pattern.compile("(?:href|action)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void every_page_is_there_in_english_too() {
        var id = house.file(DeskHouse.HERE, "Lâm Tú Anh");
        var desk = browser("tiepnhan");
        desk.get("/language?to=en&next=/desk");
        assertThat(page(desk.get("/desk"))).contains("My work");
        assertThat(page(desk.get("/desk/dossiers/" + id))).contains("What you can do");
        for (var act : ActKind.values())
            assertThat(page(desk.get("/desk/dossiers/" + id + "/acts/" + act.path())))
                    .contains("lang=\"en\"");
        assertThat(page(desk.get("/desk/counter"))).contains("Receive at the counter");
        assertThat(page(desk.get("/desk/register"))).contains("Register");
        assertThat(desk.get("/desk/dossiers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(desk.get("/desk/dossiers/" + id + "/files/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(browser("noikhac").get("/desk/dossiers/" + id).statusCode()).isEqualTo(404);
    }
}
