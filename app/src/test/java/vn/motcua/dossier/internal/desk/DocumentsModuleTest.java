package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.assignment.Leave;
import vn.motcua.dossier.internal.document.DocumentNumbers;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;

/// Numbers, drafts, the register of documents, revoking, replacing and verifying.
class DocumentsModuleTest {
    private static final String DOCUMENTS = "/desk/documents";

    private final DeskHouse house = DeskHouse.open();

    private PaperStore.IssuedResult result(UUID id) {
        return house.as(Caller.system(), () -> house.bean(PaperStore.class).results(id).getFirst());
    }

    private String code(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id))
                .code()
                .value();
    }

    private String key(UUID document) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql("select verify_key from dossier.result where id = :id")
                                .param("id", document)
                                .query(String.class)
                                .single());
    }

    private String proposal(UUID document) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        """
                                        select id::text from dossier.document_act
                                         where result_id = :id and decided_at is null
                                        """)
                                .param("id", document)
                                .query(String.class)
                                .single());
    }

    private Caller newcomer(String login, String name, PositionKind position) {
        return house.appointed(login, name, DeskHouse.HERE, position);
    }

    /// They are away, and somebody holds their posts.
    private void lends(Caller person, Caller delegate) {
        var today = HanoiTime.dateOf(house.bean(java.time.Clock.class).instant());
        var plan =
                new Leave.Plan(
                        Objects.requireNonNull(person.account()), today, null, delegate.account());
        house.asking.run(person, () -> house.bean(Leave.class).announce(plan));
    }

    private void proposes(Surfer by, String path) {
        by.page(path);
        by.sent(
                path + "/propose",
                "kind",
                "REVOKE",
                "ground",
                "Cấp sai thẩm quyền",
                "basis",
                "Luật Cư trú, Điều 35");
    }

    private int decides(Surfer by, UUID document) {
        var path = DOCUMENTS + "/" + document;
        by.page(path);
        return by.post(path + "/decide", "act", proposal(document), "decision", "approve")
                .statusCode();
    }

    @Test
    void nobody_decides_for_the_one_who_proposed_and_on_whose_behalf_is_written() {
        var away = newcomer("vang-ky", "Lương Văn Can", PositionKind.APPROVER);
        var clerk = newcomer("thay-ky", "Nguyễn Quyền", PositionKind.CASE_OFFICER);
        var document = result(HandOuts.ready(house, "Đào Nguyên Phổ"));
        var path = DOCUMENTS + "/" + document.id();
        proposes(Surfer.signedIn(house, "vang-ky"), path);
        lends(away, clerk);
        var standing = Surfer.signedIn(house, "thay-ky");
        assertThat(decides(standing, document.id()))
                .as("with the post of whoever proposed")
                .isEqualTo(403);
        assertThat(standing.page(path)).contains("Người ký duyệt khác sẽ quyết định");
        var free = newcomer("vang-ky-2", "Hoàng Tăng Bí", PositionKind.APPROVER);
        lends(free, clerk);
        assertThat(decides(standing, document.id())).isEqualTo(302);
        assertThat(behalf("decided_for", document.id())).isEqualTo(free.account());
        var written =
                house.as(
                        Caller.system(),
                        () -> house.bean(Journal.class).history("dossier", dossier(document)));
        assertThat(written.getLast().entry().kind()).isEqualTo("dossier.document-revoked");
        assertThat(written.getLast().entry().data())
                .containsEntry("behalf", String.valueOf(free.account()));
    }

    @Test
    void whoever_lent_the_post_of_a_proposal_does_not_decide_it() {
        var lender = newcomer("cho-muon", "Phan Văn Trị", PositionKind.APPROVER);
        var leader = newcomer("muon", "Bùi Hữu Nghĩa", PositionKind.LEADER);
        lends(lender, leader);
        var document = result(HandOuts.ready(house, "Huỳnh Mẫn Đạt"));
        var path = DOCUMENTS + "/" + document.id();
        proposes(Surfer.signedIn(house, "muon"), path);
        assertThat(behalf("proposed_for", document.id())).isEqualTo(lender.account());
        assertThat(Surfer.signedIn(house, "duyet").page(path))
                .contains("Bùi Hữu Nghĩa thay mặt Phan Văn Trị đề nghị");
        assertThat(decides(Surfer.signedIn(house, "cho-muon"), document.id())).isEqualTo(403);
        assertThat(decides(Surfer.signedIn(house, "duyet"), document.id())).isEqualTo(302);
    }

    private UUID dossier(PaperStore.IssuedResult document) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql("select dossier_id from dossier.result where id = :id")
                                .param("id", document.id())
                                .query(UUID.class)
                                .single());
    }

    private UUID behalf(String column, UUID document) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select "
                                                + column
                                                + " from dossier.document_act where result_id = :id")
                                .param("id", document)
                                .query(UUID.class)
                                .single());
    }

    private Surfer second() {
        var login = "duyet-" + UUID.randomUUID().toString().substring(0, 8);
        house.appointed(login, "Huỳnh Thúc Kháng", DeskHouse.HERE, PositionKind.APPROVER);
        return Surfer.signedIn(house, login);
    }

    @Test
    void numbers_of_a_book_have_no_gaps_whatever_is_given_up() throws Exception {
        var numbers = house.bean(DocumentNumbers.class);
        var day = LocalDate.of(2031, 3, 1);
        var works = new ArrayList<Callable<String>>();
        for (int i = 0; i < 24; i++) {
            boolean givenUp = i % 3 == 0;
            works.add(
                    () ->
                            house.as(
                                    Caller.system(),
                                    () ->
                                            house.transaction.execute(
                                                    status -> {
                                                        var number =
                                                                numbers.next(
                                                                        DeskHouse.THERE, "X", day);
                                                        if (givenUp) status.setRollbackOnly();
                                                        return givenUp ? "" : number;
                                                    })));
        }
        var given = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<Future<String>>();
            for (var work : works)
                running.add(
                        threads.submit(
                                () -> {
                                    try {
                                        return work.call();
                                    } catch (
                                            org.springframework.transaction
                                                            .UnexpectedRollbackException
                                                    givenUp) {
                                        return "";
                                    }
                                }));
            for (var done : running) given.add(done.get());
        }
        given.removeIf(String::isEmpty);
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).mapToObj("%02d/2031"::formatted).toList());
    }

    @Test
    void a_document_is_seen_as_a_draft_then_numbered_by_its_book_and_found_in_the_register() {
        var approver = second();
        assertThat(approver.page(DOCUMENTS + "/books")).contains("{nn}/{year}");
        assertThat(
                        approver.post(
                                        DOCUMENTS + "/books",
                                        "kind",
                                        "KQ.G15.000099",
                                        "format",
                                        "GXN")
                                .statusCode())
                .isEqualTo(422);
        approver.sent(
                DOCUMENTS + "/books",
                "kind",
                "KQ.G15.000099",
                "book",
                "GXN",
                "format",
                "{n}/GXN-UBND");
        assertThat(Surfer.signedIn(house, "tiepnhan").page(DOCUMENTS + "/books"))
                .contains("{n}/GXN-UBND");
        var clerk = Surfer.signedIn(house, "tiepnhan");
        clerk.page(DOCUMENTS + "/books");
        assertThat(clerk.post(DOCUMENTS + "/books", "format", "{n}").statusCode()).isEqualTo(403);

        var id = house.file(DeskHouse.HERE, "Tăng Bạt Hổ");
        house.asking.run(
                house.receptionist, () -> house.bean(Desk.class).accept(id, house.version(id)));
        house.completes(house.officer, id, "eligible");
        assertThat(approver.page("/desk/dossiers/" + id)).contains("Dự thảo: Giấy xác nhận cư trú");
        var draft = HandOuts.words(approver.bytes("/desk/dossiers/" + id + "/draft/GRANTED"));
        assertThat(draft).contains("DỰ THẢO", "Tăng Bạt Hổ").doesNotContain("GXN-UBND");
        assertThat(
                        Surfer.signedIn(house, "noikhac")
                                .get("/desk/dossiers/" + id + "/draft/GRANTED")
                                .statusCode())
                .isEqualTo(404);
        house.completes(house.approver, id, "sign");
        var document = result(id);
        assertThat(document.number()).matches("[0-9]+/GXN-UBND");
        assertThat(approver.page(DOCUMENTS))
                .contains(document.number(), "Tăng Bạt Hổ", "Còn hiệu lực");
        approver.page(DOCUMENTS);
        assertThat(approver.post(DOCUMENTS, "q", "tang bat ho").body()).contains(document.number());
        approver.page(DOCUMENTS);
        assertThat(approver.post(DOCUMENTS, "q", "khong co ai").body())
                .contains("Không có văn bản nào");
        approver.page(DOCUMENTS);
        assertThat(approver.post(DOCUMENTS, "q", code(id)).body()).contains(document.number());
        assertThat(HandOuts.words(approver.bytes(DOCUMENTS + "/print")))
                .contains(document.number(), "Sổ đăng ký văn bản".toUpperCase());
        assertThat(Surfer.signedIn(house, "noikhac").page(DOCUMENTS)).doesNotContain("Tăng Bạt Hổ");
        assertThat(
                        Surfer.signedIn(house, "noikhac")
                                .get(DOCUMENTS + "/" + document.id())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void two_people_revoke_a_document_and_whoever_holds_it_is_told() {
        var id = HandOuts.ready(house, "Nguyễn An Ninh");
        var document = result(id);
        var file =
                Surfer.signedIn(house, "duyet")
                        .bytes("/desk/dossiers/" + id + "/files/" + document.file());
        assertThat(HandOuts.words(file)).contains("/verify", "mã " + key(document.id()));
        var holder = Surfer.stranger(house);
        assertThat(holder.page("/verify?key=" + key(document.id())))
                .contains("còn hiệu lực", document.number(), "phường Bến Thành")
                .doesNotContain("Nguyễn An Ninh", code(id));
        holder.page("/verify");
        assertThat(holder.post("/verify", "number", "999/2000", "key", key(document.id())).body())
                .contains("Không có văn bản nào");
        assertThat(holder.page("/verify?key=AAAAAAAAAAAAA")).contains("Không có văn bản nào");

        var path = DOCUMENTS + "/" + document.id();
        var first = Surfer.signedIn(house, "duyet");
        first.page(path);
        var empty = first.post(path + "/propose", "kind", "REVOKE", "ground", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("căn cứ pháp lý");
        first.sent(
                path + "/propose",
                "kind",
                "REVOKE",
                "ground",
                "Cấp sai thẩm quyền",
                "basis",
                "Luật Cư trú, Điều 35");
        assertThat(first.page(path))
                .contains("Đề nghị thu hồi", "Người ký duyệt khác sẽ quyết định");
        first.page(path);
        assertThat(
                        first.post(
                                        path + "/decide",
                                        "act",
                                        proposal(document.id()),
                                        "decision",
                                        "approve")
                                .statusCode())
                .as("one person is not two")
                .isEqualTo(403);
        var other = second();
        assertThat(other.page(DOCUMENTS)).contains("Chờ bạn quyết định");
        other.page(path);
        other.sent(
                path + "/decide",
                "act",
                proposal(document.id()),
                "decision",
                "approve",
                "words",
                "Nhất trí");
        assertThat(other.page(path)).contains("Đã thu hồi", "Cấp sai thẩm quyền");
        assertThat(holder.page("/verify?key=" + key(document.id()))).contains("đã bị thu hồi");
        assertThat(Surfer.signedIn(house, "079196000318").page("/dossiers/" + code(id)))
                .contains("đã thu hồi ngày");
        assertThat(other.post(path + "/decide", "decision", "approve").statusCode()).isEqualTo(409);
    }

    @Test
    void a_replacement_is_a_new_document_and_the_old_one_leads_to_it() {
        var id = HandOuts.ready(house, "Nguyễn Văn Cừ");
        var old = result(id);
        var path = DOCUMENTS + "/" + old.id();
        var officer = Surfer.signedIn(house, "thuly");
        assertThat(officer.page(path)).contains("Số vào sổ cư trú");
        officer.sent(
                path + "/propose",
                "kind",
                "REPLACE",
                "ground",
                "Ghi nhầm số vào sổ",
                "basis",
                "Luật Cư trú, Điều 17",
                "fact.bookNumber",
                "1234");
        var approver = Surfer.signedIn(house, "duyet");
        approver.page(path);
        var declined = proposal(old.id());
        approver.sent(path + "/decide", "act", declined, "decision", "decline", "words", "Xem lại");
        officer.page(path);
        officer.sent(
                path + "/propose",
                "kind",
                "REPLACE",
                "ground",
                "Ghi nhầm số vào sổ",
                "basis",
                "Luật Cư trú, Điều 17",
                "fact.bookNumber",
                "5678");
        approver.page(path);
        assertThat(
                        approver.post(path + "/decide", "act", declined, "decision", "approve")
                                .statusCode())
                .as("not the proposal that was read")
                .isEqualTo(409);
        var proposed = approver.page(path);
        assertThat(proposed.replaceAll("<[^>]+>", "|"))
                .as("old and new side by side")
                .containsPattern(
                        "Số vào sổ cư trú\\|+để trống\\|+5678|Số vào sổ cư trú\\|+41\\|+5678");
        var read = Surfer.group("name=\"act\" value=\"([^\"]+)\"", proposed);
        approver.sent(path + "/decide", "act", read, "decision", "approve");
        var fresh = result(id);
        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(approver.page(path)).contains("Đã thay thế", fresh.number());
        var paper =
                HandOuts.words(approver.bytes("/desk/dossiers/" + id + "/files/" + fresh.file()));
        assertThat(paper).contains("5678", "Thay thế văn bản số " + old.number());
        assertThat(Surfer.stranger(house).page("/verify?key=" + key(old.id())))
                .contains("đã được thay thế", fresh.number());
        assertThat(Surfer.stranger(house).page("/verify?key=" + key(fresh.id())))
                .contains("còn hiệu lực");
        assertThat(Surfer.signedIn(house, "079196000318").page("/dossiers/" + code(id)))
                .contains("đã thay thế ngày", fresh.number());
    }
}
