package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Recall;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.dossier.internal.tracking.Progress;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.worktime.DeadlineLine;

/// A signed result taken back before it is handed over.
class DeskRecallModuleTest {
    private static final String WHY = "Sai ngày sinh của người được xác nhận.";

    private final DeskHouse house = DeskHouse.open();
    private final Recall recall = house.bean(Recall.class);
    private final Caller person = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");

    private UUID signed(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        int version = house.version(id);
        house.asking.run(
                house.receptionist,
                () ->
                        house.bean(vn.motcua.dossier.internal.processing.Desk.class)
                                .accept(id, version));
        house.completes(house.officer, id, "eligible");
        house.completes(house.approver, id, "sign");
        return id;
    }

    private Dossier read(UUID id) {
        return house.as(person, () -> house.bean(DossierStore.class).require(id));
    }

    private List<PaperStore.IssuedResult> results(UUID id) {
        return house.as(person, () -> house.bean(PaperStore.class).results(id));
    }

    private void refused(Caller by, UUID id, DossierProblem why) {
        int version = house.version(id);
        assertThatThrownBy(() -> house.asking.run(by, () -> recall.recall(id, version, WHY)))
                .isInstanceOfSatisfying(
                        ProblemException.class, p -> assertThat(p.problem()).isEqualTo(why));
    }

    private boolean told(UUID id) {
        var progress = house.as(person, () -> house.bean(ProgressReader.class).of(read(id)));
        return progress.milestones().stream()
                .map(Progress.Milestone::key)
                .filter(Objects::nonNull)
                .anyMatch(key -> key.equals("dossier.milestone.recalled"));
    }

    @Test
    void a_result_taken_back_stands_no_more_and_is_signed_again() {
        var id = signed("Ngô Thị Sen");
        var first = results(id).getFirst();
        assertThat(read(id).state()).isEqualTo(DossierState.COMPLETED);
        refused(house.officer, id, DossierProblem.NOT_YOUR_STEP);
        refused(house.receptionist, id, DossierProblem.NOT_YOUR_STEP);
        int version = house.version(id);
        house.asking.run(house.approver, () -> recall.recall(id, version, WHY));
        var open = read(id);
        assertThat(open.state()).isEqualTo(DossierState.PROCESSING);
        assertThat(open.outcome()).isNull();
        assertThat(open.moments().finished()).isNull();
        assertThat(open.moments().due()).isNotNull();
        assertThat(open.ledger().lines().getLast()).isInstanceOf(DeadlineLine.Resumed.class);
        assertThat(results(id)).isEmpty();
        assertThat(told(id)).isTrue();
        var history =
                house.as(Caller.system(), () -> house.bean(Journal.class).history("dossier", id));
        assertThat(history.getLast().entry().kind()).isEqualTo("dossier.recalled");
        refused(house.approver, id, DossierProblem.NOT_ALLOWED_NOW);
        house.completes(house.approver, id, "sign");
        var again = results(id);
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().number()).isNotEqualTo(first.number());
        assertThat(told(id)).isFalse();
        house.completes(house.receptionist, id, "handed-over");
        assertThat(read(id).state()).isEqualTo(DossierState.RETURNED);
        refused(house.approver, id, DossierProblem.NOT_ALLOWED_NOW);
    }

    @Test
    void the_approver_reads_what_taking_back_comes_to_before_doing_it() {
        var id = signed("Đinh Văn Kha");
        var browser = new Browser(DeskHouse.open().context, "duyet");
        var path = "/desk/dossiers/" + id + "/acts/recall";
        assertThat(browser.get("/desk/dossiers/" + id).body()).contains(path);
        var page = browser.get(path).body();
        assertThat(page).contains("không còn giá trị", "Mở bước: Ký giấy xác nhận", "Vì sao");
        var version = Integer.toString(house.version(id));
        var silent = browser.post(path, page, "version", version);
        assertThat(silent.statusCode()).isEqualTo(422);
        var done = browser.post(path, page, "version", version, "words", WHY);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("?done=recall");
        assertThat(browser.get("/desk/dossiers/" + id).body())
                .contains("thu hồi kết quả để làm lại", WHY);
        assertThat(house.as(house.officer, () -> offered(id))).isFalse();
    }

    private boolean offered(UUID id) {
        return house
                .bean(DeskDossierReader.class)
                .open(id, null, Locale.of("vi"), null)
                .choices()
                .stream()
                .anyMatch(choice -> choice.href().contains("recall"));
    }
}
