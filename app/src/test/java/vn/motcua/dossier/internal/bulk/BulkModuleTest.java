package vn.motcua.dossier.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.desk.DeskHouse;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;

/// One act on many dossiers: every line is told before and after, and nothing happens twice.
class BulkModuleTest {
    private static final Locale VI = Locale.of("vi");

    private final DeskHouse house = DeskHouse.open();
    private final Bulks bulks = house.bean(Bulks.class);

    @Test
    void many_are_signed_at_once_and_each_line_says_what_became_of_it() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) ids.add(prepared("Hàng Loạt " + i));
        var early = house.file(DeskHouse.HERE, "Hàng Loạt Chưa Tới");
        var tasks = new ArrayList<UUID>();
        for (var id : ids) tasks.add(task(id));
        tasks.add(task(early));
        var bulk = choose(house.approver, BulkAct.APPROVE, tasks);
        var preview = view(house.approver, bulk);
        assertThat(preview.good()).isEqualTo(4);
        assertThat(preview.lines()).hasSize(5);
        assertThat(preview.lines().getFirst().words()).contains("Ký");
        assertThat(preview.lines().getLast().words()).isEqualTo("Không thuộc việc của bạn");
        house.completes(house.approver, ids.get(2), "send-back");
        confirm(house.approver, bulk);
        confirm(house.approver, bulk);
        var done = view(house.approver, bulk);
        assertThat(done.state()).isEqualTo(BulkState.DONE);
        assertThat(done.lines().stream().map(BulkView.Line::good))
                .containsExactly(true, true, false, true, false);
        assertThat(done.lines().get(2).words()).contains("vừa thay đổi");
        for (int i : List.of(0, 1, 3)) {
            assertThat(state(ids.get(i))).isEqualTo(DossierState.COMPLETED);
            assertThat(signed(ids.get(i))).as("pressed twice").isEqualTo(1);
        }
        assertThat(state(ids.get(2))).isEqualTo(DossierState.PROCESSING);
        assertThatThrownBy(() -> view(house.officer, bulk)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> confirm(house.stranger, bulk))
                .isInstanceOf(ProblemException.class);
    }

    private long signed(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(Journal.class).history("dossier", id).stream()
                                .filter(line -> line.entry().kind().equals("dossier.completed"))
                                .count());
    }

    @Test
    void one_outcome_is_chosen_for_all_and_what_needs_typing_is_left_to_the_dossiers_page() {
        var one = accepted("Cùng Bước Một");
        var two = accepted("Cùng Bước Hai");
        var bulk = choose(house.officer, BulkAct.STEP, List.of(task(one), task(two)));
        var choosing = view(house.officer, bulk);
        assertThat(choosing.choosing()).isTrue();
        assertThat(choosing.choices())
                .extracting(BulkView.Choice::value)
                .containsExactly("appraise|eligible", "appraise|not-eligible");
        confirm(house.officer, bulk);
        assertThat(view(house.officer, bulk).state())
                .as("nothing was chosen yet")
                .isEqualTo(BulkState.CHOSEN);
        house.asking.run(
                house.officer, () -> bulks.outcome(bulk, "appraise", "not-eligible", null));
        assertThat(view(house.officer, bulk).lines())
                .allMatch(line -> line.words().startsWith("Cần nhập thêm"));
        house.asking.run(
                house.officer, () -> bulks.outcome(bulk, "appraise", "eligible", "Đủ giấy tờ"));
        assertThat(view(house.officer, bulk).good()).isEqualTo(2);
        confirm(house.officer, bulk);
        assertThat(view(house.officer, bulk).good()).isEqualTo(2);
        assertThat(open(one).stepId()).isEqualTo("sign");
    }

    @Test
    void work_is_taken_on_in_one_go_and_slips_come_in_one_file() {
        var one = accepted("Nhận Một");
        var two = accepted("Nhận Hai");
        var tasks = List.of(task(one), task(two), task(two));
        var bulk = choose(house.officer, BulkAct.CLAIM, tasks);
        confirm(house.officer, bulk);
        assertThat(view(house.officer, bulk).good()).isEqualTo(2);
        assertThat(open(one).claimedBy()).isEqualTo(house.officer.account());
        var slips = choose(house.officer, BulkAct.SLIPS, tasks);
        assertThat(view(house.officer, slips).good()).isEqualTo(2);
        var printed =
                house.asking.as(house.officer, () -> house.bean(SlipBundle.class).print(slips));
        assertThat(
                        new String(
                                Objects.requireNonNull(printed.getBody()),
                                0,
                                4,
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF");
        assertThat(state(one)).isEqualTo(DossierState.PROCESSING);
    }

    @Test
    void a_slip_of_a_dossier_that_is_nobodys_work_of_theirs_waits_for_a_purpose() {
        var own = accepted("Phiếu Của Mình");
        var other = prepared("Phiếu Người Khác");
        house.as(
                Caller.system(),
                () ->
                        JdbcClient.create(house.database.ownerDataSource())
                                .sql(
                                        "update dossier.task set closed_at = now() - interval '2 days' where dossier_id = :id and closed_at is not null")
                                .param("id", other)
                                .update());
        var slips = choose(house.officer, BulkAct.SLIPS, List.of(task(own), task(other)));
        var read = view(house.officer, slips);
        assertThat(read.lines().stream().map(BulkView.Line::good)).containsExactly(true, false);
        assertThat(read.lines().getLast().words()).startsWith("Cần nêu mục đích");
        assertThat(read.lines().toString()).doesNotContain("Người Khác");
        house.asking.as(house.officer, () -> house.bean(SlipBundle.class).print(slips));
        assertThat(looks(own)).isEqualTo(1);
        assertThat(looks(other)).isZero();
        var alone = choose(house.officer, BulkAct.SLIPS, List.of(task(other)));
        assertThatThrownBy(
                        () ->
                                house.asking.as(
                                        house.officer,
                                        () -> house.bean(SlipBundle.class).print(alone)))
                .isInstanceOf(ProblemException.class);
    }

    private long looks(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(Journal.class).history("dossier", id).stream()
                                .filter(line -> line.entry().kind().equals("dossier.viewed"))
                                .count());
    }

    @Test
    void what_was_confirmed_is_gone_on_with_after_a_stop() {
        var id = prepared("Còn Dở Dang");
        var bulk = choose(house.approver, BulkAct.APPROVE, List.of(task(id)));
        house.as(
                house.approver,
                () ->
                        house.bean(BulkStore.class)
                                .confirm(bulk, house.bean(java.time.Clock.class).instant()));
        assertThat(view(house.approver, bulk).state()).isEqualTo(BulkState.CONFIRMED);
        house.bean(BulkRunner.class).goOn();
        assertThat(view(house.approver, bulk).state()).isEqualTo(BulkState.DONE);
        assertThat(state(id)).isEqualTo(DossierState.COMPLETED);
    }

    @Test
    void those_who_sign_see_what_is_put_before_them_and_by_whom() {
        var id = prepared("Trình Ký");
        var view =
                house.as(
                        house.approver,
                        () -> house.bean(Approvals.class).read(null, null, false, Set.of(), VI));
        assertThat(view.cards())
                .anySatisfy(
                        card -> {
                            assertThat(card.owner()).isEqualTo("Trình Ký");
                            assertThat(card.href()).endsWith(id.toString());
                            assertThat(card.decision()).isEqualTo("Ký");
                            assertThat(card.preparedBy()).isEqualTo("Lê Thị Bích Thủy");
                        });
        assertThat(
                        house.as(
                                        house.officer,
                                        () ->
                                                house.bean(Approvals.class)
                                                        .read(null, null, false, Set.of(), VI))
                                .cards())
                .isEmpty();
    }

    private UUID accepted(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        return id;
    }

    private UUID prepared(String owner) {
        var id = accepted(owner);
        house.completes(house.officer, id, "eligible");
        return id;
    }

    private Task open(UUID dossier) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(TaskStore.class).of(dossier).stream()
                                .filter(Task::open)
                                .findFirst()
                                .orElseThrow());
    }

    private UUID task(UUID dossier) {
        return open(dossier).id();
    }

    private DossierState state(UUID dossier) {
        return house.as(
                Caller.system(), () -> house.bean(DossierStore.class).require(dossier).state());
    }

    private UUID choose(Caller caller, BulkAct act, List<UUID> tasks) {
        return Objects.requireNonNull(house.asking.as(caller, () -> bulks.choose(act, tasks)));
    }

    private BulkView view(Caller caller, UUID bulk) {
        return house.asking.as(caller, () -> bulks.view(bulk, VI));
    }

    /// Presses, and looks again until all is done.
    private void confirm(Caller caller, UUID bulk) {
        house.asking.run(caller, () -> bulks.confirm(bulk));
        for (int i = 0; i < 3000 && view(caller, bulk).state() == BulkState.CONFIRMED; i++)
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
}
