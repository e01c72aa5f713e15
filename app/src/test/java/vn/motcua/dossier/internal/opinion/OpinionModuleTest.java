package vn.motcua.dossier.internal.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.dossier.internal.together.TogetherHouse;
import vn.motcua.dossier.internal.together.TogetherTexts;
import vn.motcua.dossier.internal.worklist.Who;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorkSql;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// Asking others for their opinion, on real PostgreSQL.
class OpinionModuleTest {
    private final TogetherHouse house = TogetherHouse.open();
    private final ReleaseId plain = house.publish("9.100001", "commune", TogetherTexts.PLAIN);
    private final Opinions opinions = house.bean(Opinions.class);

    private UUID asked(String hanoi, String... agencies) {
        var id = house.accepted("2026-11-02T08:00", plain);
        var question =
                new Question(
                        List.of(agencies).stream().map(Question.Asked::read).toList(),
                        "Công trình có bảo đảm khoảng cách an toàn không?",
                        Set.of("work"),
                        Set.of(),
                        3);
        house.run(hanoi, house.officer, () -> opinions.ask(id, house.version(id), question));
        return id;
    }

    private Opinion opinion(UUID dossier, String agency) {
        return house.as(Caller.system(), () -> opinions.of(dossier)).stream()
                .filter(opinion -> opinion.askedAgency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private long rows(Caller caller, String table, String column, UUID id) {
        return house.as(
                caller,
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from dossier."
                                                + table
                                                + " where "
                                                + column
                                                + " = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    @Test
    void whoever_is_asked_sees_the_question_and_nothing_of_the_dossier() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE, TogetherHouse.POLICE);
        var asked = opinion(id, TogetherHouse.FIRE);
        assertThat(asked.shown().groups())
                .extracting(Opinion.Group::title)
                .doesNotContain("Người yêu cầu");
        for (var caller : List.of(house.fire, house.police))
            for (var table : List.of("supplement", "slip", "result", "duty"))
                assertThat(rows(caller, table, "dossier_id", id)).as(table).isZero();
        assertThat(rows(house.fire, "dossier", "id", id)).isZero();
        assertThat(rows(house.fire, "opinion", "dossier_id", id)).isEqualTo(1);
        assertThat(rows(house.insurance, "opinion", "dossier_id", id)).isZero();
        assertThat(rows(house.officer, "opinion", "dossier_id", id)).isEqualTo(2);
        assertThat(rows(house.citizen, "opinion", "dossier_id", id)).isZero();
        assertThat(
                        house.at("2026-11-02T10:00", house.fire, () -> opinions.read(asked.id()))
                                .question())
                .startsWith("Công trình");
        assertThatThrownBy(
                        () ->
                                house.run(
                                        "2026-11-02T10:00",
                                        house.police,
                                        () -> opinions.read(asked.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem()).isEqualTo(DossierProblem.NOT_FOUND));
    }

    @Test
    void the_question_is_a_piece_of_work_in_the_list_of_whoever_is_asked() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE);
        var asked = opinion(id, TogetherHouse.FIRE);
        assertThat(asked.due()).isEqualTo(TogetherHouse.time("2026-11-05T17:00"));
        var who =
                new Who(
                        TogetherHouse.FIRE,
                        Objects.requireNonNull(house.fire.account()),
                        List.of(new Who.Post(PositionKind.CASE_OFFICER.name(), "mot-cua")));
        var now = TogetherHouse.time("2026-11-02T10:00");
        var lines =
                house.as(
                        house.fire,
                        () ->
                                house.bean(Worklist.class)
                                        .page(
                                                new WorkSql(
                                                        who,
                                                        WorkQuery.EVERYTHING,
                                                        "'ho' & 'van':* & 'luc':*",
                                                        now,
                                                        now),
                                                null,
                                                false,
                                                50));
        assertThat(lines).extracting(Worklist.Line::taskId).contains(asked.id());
        assertThat(lines).extracting(Worklist.Line::code).contains(asked.code());
    }

    @Test
    void an_answer_is_given_once_and_stands_beside_the_dossier() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE);
        var asked = opinion(id, TogetherHouse.FIRE);
        Runnable bare = () -> opinions.answer(asked.id(), 1, Opinion.Answer.CONDITIONS, " ", null);
        assertThatThrownBy(() -> house.run("2026-11-03T09:00", house.fire, bare))
                .isInstanceOf(ProblemException.class);
        Runnable answer =
                () ->
                        opinions.answer(
                                asked.id(),
                                1,
                                Opinion.Answer.CONDITIONS,
                                "Thêm một lối thoát.",
                                null);
        for (var other : List.of(house.officer, house.police, house.citizen))
            assertThatThrownBy(() -> house.run("2026-11-03T09:00", other, answer))
                    .isInstanceOf(ProblemException.class);
        house.run("2026-11-03T09:00", house.fire, answer);
        assertThatThrownBy(() -> house.run("2026-11-03T09:01", house.fire, answer))
                .isInstanceOf(ProblemException.class);
        var seen = house.as(house.officer, () -> opinions.of(id)).getFirst();
        assertThat(Objects.requireNonNull(seen.reply()).words()).isEqualTo("Thêm một lối thoát.");
        assertThat(seen.late()).isFalse();
        assertThat(house.history(id)).contains("opinion-asked", "opinion-answered");
        assertThat(house.openSteps(id)).containsExactly("examine");
    }

    @Test
    void the_file_of_an_answer_is_read_as_work_or_for_a_purpose_and_every_look_is_written_down() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE);
        var asked = opinion(id, TogetherHouse.FIRE);
        var bytes = new ByteArrayInputStream(onePage());
        var vault = house.bean(Vault.class);
        house.run(
                "2026-11-03T09:00",
                house.fire,
                () -> {
                    var file = vault.store(bytes, "y-kien.pdf", FilePurpose.WORKING_PAPER, null);
                    var agrees = Opinion.Answer.AGREES;
                    opinions.answer(asked.id(), asked.version(), agrees, "", file.id());
                });
        var page = "/desk/opinions/" + asked.id();
        var path = page + "/reply";
        for (var side : List.of("thuly", "pccc"))
            assertThat(new Browser(house, side).page(path)).startsWith("%PDF");
        assertThat(looks(id)).hasSize(2).allMatch(look -> look.contains("opinion-reply"));
        var other = new Browser(house, "duyet");
        for (var door : List.of(path, page, page + "/files/" + asked.id())) {
            var sent = other.get(door);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
            assertThat(sent.headers().firstValue("location").orElseThrow())
                    .contains("/desk/dossiers/" + id + "/purpose?to=");
        }
        assertThat(new Browser(house, "bh-thuly").get(path).statusCode()).isEqualTo(404);
        assertThat(looks(id)).hasSize(2);
        var ask = "/desk/dossiers/" + id + "/purpose";
        var named =
                other.post(
                        ask,
                        other.page(ask + "?to=" + path),
                        "to",
                        path,
                        "purpose",
                        "SUPERVISION",
                        "words",
                        "Kiểm tra việc lấy ý kiến.");
        assertThat(named.headers().firstValue("location").orElseThrow()).endsWith(path);
        assertThat(other.page(path)).startsWith("%PDF");
        assertThat(looks(id).getLast()).contains("SUPERVISION");
    }

    /// What the journal keeps of the looks at a dossier.
    private List<String> looks(UUID dossier) {
        return house
                .as(Caller.system(), () -> house.bean(Journal.class).history("dossier", dossier))
                .stream()
                .filter(line -> line.entry().kind().equals("dossier.viewed"))
                .map(line -> line.entry().data().toString())
                .toList();
    }

    private static byte[] onePage() {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    @Test
    void silence_is_written_down_and_a_late_answer_is_marked() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE);
        var asked = opinion(id, TogetherHouse.FIRE);
        house.run("2026-11-06T08:00", Caller.system(), house.bean(Silences.class)::record);
        assertThat(opinion(id, TogetherHouse.FIRE).standing()).isEqualTo(Opinion.Standing.SILENT);
        house.run("2026-11-06T08:01", Caller.system(), house.bean(Silences.class)::record);
        assertThat(house.history(id)).containsOnlyOnce("opinion-silent");
        house.run(
                "2026-11-06T09:00",
                house.fire,
                () -> opinions.answer(asked.id(), 2, Opinion.Answer.AGREES, "", null));
        assertThat(opinion(id, TogetherHouse.FIRE).late()).isTrue();
    }

    @Test
    void when_the_dossier_ends_nobody_needs_to_answer_any_more() {
        var id = asked("2026-11-02T09:00", TogetherHouse.FIRE);
        house.run(
                "2026-11-03T09:00",
                house.approver,
                () -> house.bean(Desk.class).stop(id, house.version(id), "Chủ hồ sơ đã mất."));
        house.drain("dossier-opinions");
        var asked = opinion(id, TogetherHouse.FIRE);
        assertThat(asked.standing()).isEqualTo(Opinion.Standing.DROPPED);
        assertThatThrownBy(
                        () ->
                                house.run(
                                        "2026-11-03T10:00",
                                        house.fire,
                                        () ->
                                                opinions.answer(
                                                        asked.id(),
                                                        2,
                                                        Opinion.Answer.AGREES,
                                                        "",
                                                        null)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void the_pages_of_both_sides_say_so_in_words() {
        var id = house.accepted("2026-11-02T08:00", plain);
        var desk = new Browser(house, "thuly");
        assertThat(desk.page("/desk/dossiers/" + id)).contains("Lấy ý kiến", "Xin ý kiến");
        var form = desk.page("/desk/dossiers/" + id + "/opinions");
        assertThat(form).contains("Phòng Cảnh sát phòng cháy, chữa cháy", "Công trình");
        var path = "/desk/dossiers/" + id + "/opinions";
        assertThat(desk.post(path, form, "question", "", "days", "0").body())
                .contains("Chọn ít nhất một nơi", "Ghi nội dung cần cho ý kiến");
        var sent =
                desk.post(
                        path,
                        form,
                        "to",
                        TogetherHouse.FIRE,
                        "question",
                        "Có an toàn không?",
                        "days",
                        "5",
                        "section",
                        "person");
        assertThat(sent.statusCode()).as(sent.body()).isBetween(302, 303);
        assertThat(desk.page("/desk/dossiers/" + id)).contains("Đang chờ trả lời");
        var asked = opinion(id, TogetherHouse.FIRE);
        var firemen = new Browser(house, "pccc");
        assertThat(firemen.page("/desk")).contains("/desk/opinions/" + asked.id());
        assertThat(firemen.get("/desk/dossiers/" + id).statusCode()).isEqualTo(404);
        var page = firemen.page("/desk/opinions/" + asked.id());
        assertThat(page).contains("Có an toàn không?", "Hồ Văn Lực", "Số điện thoại");
        assertThat(
                        firemen.postParts(
                                        "/desk/opinions/" + asked.id(),
                                        page,
                                        Map.of("answer", "DISAGREES"))
                                .body())
                .contains("Ghi lý do hoặc điều kiện");
        var answered =
                firemen.postParts(
                        "/desk/opinions/" + asked.id(),
                        page,
                        Map.of("answer", "DISAGREES", "words", "Đường quá hẹp."));
        assertThat(answered.statusCode()).as(answered.body()).isBetween(302, 303);
        assertThat(firemen.page("/desk/opinions/" + asked.id()))
                .contains("Đường quá hẹp.")
                .doesNotContain("Số điện thoại");
        assertThat(desk.page("/desk/dossiers/" + id)).contains("Không đồng ý", "Đường quá hẹp.");
    }

    @Test
    void only_an_officer_with_a_step_in_hand_asks() {
        var id = house.accepted("2026-11-02T08:00", plain);
        var question =
                new Question(
                        List.of(Question.Asked.read(TogetherHouse.FIRE)),
                        "?",
                        Set.of(),
                        Set.of(),
                        3);
        for (var other : List.of(house.approver, house.receptionist, house.police))
            assertThatThrownBy(
                            () ->
                                    house.run(
                                            "2026-11-02T09:00",
                                            other,
                                            () -> opinions.ask(id, house.version(id), question)))
                    .isInstanceOf(ProblemException.class);
    }
}
