package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.together.Browser;

/// Answering a request to supplement, through the pages: online and at the counter.
class SupplementPagesModuleTest {
    private final WaitingHouse it = new WaitingHouse();
    private final DeskHouse house = it.house;

    private UUID asked(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        var item = new Supplement.Item("1", "proof", "Giấy tờ chứng minh chỗ ở");
        var grounds = new Desk.Grounds("proof-missing", "Đề nghị bổ sung.");
        house.asking.run(
                house.receptionist,
                () -> it.desk().requestSupplement(id, house.version(id), grounds, List.of(item)));
        return id;
    }

    private static Browser browser(String login) {
        return new Browser(DeskHouse.open().context, login);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(302, 303);
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_file_too_large_to_be_read_is_a_fault_at_its_field() {
        var id = asked("Tô Thị Hằng");
        var citizen = browser("079196000318");
        var path = "/dossiers/" + it.dossier(id).code() + "/supplement/1";
        var page = citizen.get(path).body();
        var file = "files\"; filename=\"anh.jpg";
        var back =
                location(citizen.postParts(path, page, Map.of(file, "x".repeat(12 * 1024 * 1024))));
        assertThat(back).endsWith("/supplement/1?too-big=1");
        assertThat(citizen.get(path + "?too-big=1").body())
                .contains("Mỗi tệp tối đa 10 MB", "files-e");
    }

    @Test
    void characters_nobody_can_read_are_a_fault_at_their_field() {
        var id = asked("Tô Thị Hạnh");
        var citizen = browser("079196000318");
        var base = "/dossiers/" + it.dossier(id).code();
        var item = citizen.get(base + "/supplement/1").body();
        var kept = citizen.postParts(base + "/supplement/1", item, Map.of("text", "một\u0000hai"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("Có ký tự không đọc được", "mộthai", "text-e");
        var page = citizen.get(base + "/withdraw").body();
        var asked = citizen.post(base + "/withdraw", page, "reason", "một\u0000hai");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Có ký tự không đọc được", "reason-e");
    }

    @Test
    void what_a_person_brings_to_the_counter_answers_the_request() {
        var id = asked("Tô Thị Huệ");
        var desk = browser("tiepnhan");
        var path = "/desk/dossiers/" + id + "/acts/receive-supplement";
        assertThat(desk.get("/desk/dossiers/" + id).body()).contains("Nhận bổ sung tại quầy");
        var page = desk.get(path).body();
        var version = Integer.toString(house.version(id));
        var empty = desk.post(path, page, "version", version);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Ghi thứ người dân mang đến", "Chọn bản chính", "words-e");
        var done =
                desk.post(
                        path,
                        page,
                        "version",
                        version,
                        "wanted.1",
                        "1 hợp đồng thuê nhà",
                        "ground",
                        "CERTIFIED_COPY",
                        "words",
                        "Tô Thị Huệ, CCCD");
        assertThat(location(done)).endsWith("?done=receive-supplement");
        var dossier = it.dossier(id);
        assertThat(dossier.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(dossier.papers())
                .anySatisfy(
                        paper -> {
                            assertThat(paper.form()).isEqualTo(Paper.Form.CERTIFIED_COPY);
                            assertThat(paper.note())
                                    .isEqualTo(
                                            "1 hợp đồng thuê nhà (người mang đến: Tô Thị Huệ, CCCD)");
                        });
        assertThat(it.history(id).getLast().data()).containsEntry("way", "COUNTER");
    }
}
