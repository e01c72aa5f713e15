package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.form.Answers;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.kernel.ProblemException;

class DraftModuleTest {
    private static final UUID LAN = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID MINH = UUID.fromString("018f0000-0000-7000-8000-000000000002");
    private static final UUID OFFICER = UUID.fromString("018f0000-0000-7000-8000-000000000003");

    private static TransactionTemplate transaction;
    private static JdbcClient jdbc;

    private final Moving clock = new Moving();
    private final Callers asking = new Callers();
    private DraftDesk desk;

    @BeforeAll
    static void open() {
        var source = TestDatabase.fresh().appDataSource();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @BeforeEach
    void seat() {
        desk = new DraftDesk(new DraftStore(jdbc), asking, clock);
    }

    private <T extends @Nullable Object> T as(Caller caller, Supplier<T> work) {
        asking.caller = caller;
        return transaction.execute(
                _ -> {
                    jdbc.sql(
                                    "select set_config('motcua.account', :a, true), set_config('motcua.agency', :g, true), set_config('motcua.role', :r, true)")
                            .param("a", caller.account() == null ? "" : caller.account().toString())
                            .param("g", Objects.requireNonNullElse(caller.agency(), ""))
                            .param("r", caller.role().name().toLowerCase(java.util.Locale.ROOT))
                            .query()
                            .listOfRows();
                    return work.get();
                });
    }

    private static Caller citizen(UUID account) {
        return new Caller(Role.CITIZEN, account, null, "");
    }

    private static Caller officer(String agency) {
        return new Caller(Role.OFFICER, OFFICER, agency, "");
    }

    private Draft begun(Caller caller) {
        return as(
                caller,
                () ->
                        desk.open(
                                new Drafts.NewDraft(
                                        Sample.RELEASE,
                                        "ONLINE",
                                        null,
                                        null,
                                        null,
                                        Answers.of(Map.of("name", "An")))));
    }

    @Test
    void a_draft_comes_back_as_it_was_saved_on_any_device() {
        var draft = begun(citizen(LAN));
        clock.now = clock.now.plus(Duration.ofDays(3));
        var saved =
                as(
                        citizen(LAN),
                        () ->
                                desk.save(
                                        draft.with(draft.answers().with("child", "Khuê"), "child")
                                                .at("H29.1", null)));
        assertThat(saved.answers().values()).isEqualTo(Map.of("name", "An", "child", "Khuê"));
        assertThat(saved.visited()).containsExactly("child");
        assertThat(saved.agency()).isEqualTo("H29.1");
        assertThat(saved.updatedAt()).isEqualTo(clock.now);
        assertThat(saved.expiresAt()).isEqualTo(clock.now.plus(Duration.ofDays(90)));
        assertThat(as(citizen(LAN), () -> desk.require(draft.id()))).isEqualTo(saved);
        assertThat(as(citizen(LAN), () -> desk.list())).contains(saved);
    }

    @Test
    void somebody_elses_draft_is_as_if_it_did_not_exist() {
        var draft = begun(citizen(LAN));
        for (var stranger :
                new Caller[] {
                    citizen(MINH), officer("H29.1"), Caller.anonymous(), Caller.tracker()
                }) {
            assertThat(as(stranger, () -> desk.find(draft.id()))).isEmpty();
            assertThat(as(stranger, () -> count(draft.id())))
                    .as("row-level security alone")
                    .isZero();
        }
        assertThat(as(citizen(LAN), () -> count(draft.id()))).isEqualTo(1);
        assertThatThrownBy(() -> as(citizen(MINH), () -> desk.save(draft)))
                .isInstanceOf(ProblemException.class);
        asking.caller = citizen(MINH);
        assertThat(new DraftStore(jdbc).find(draft.id(), false)).as("no context, no row").isEmpty();
    }

    @Test
    void the_code_alone_keeps_strangers_out_too() {
        var draft = begun(citizen(LAN));
        assertThat(DraftDesk.maySee(citizen(LAN), draft)).isTrue();
        assertThat(DraftDesk.maySee(citizen(MINH), draft)).isFalse();
        assertThat(DraftDesk.maySee(officer("H29.1"), draft)).isFalse();
        assertThat(DraftDesk.maySee(Caller.anonymous(), draft)).isFalse();
        assertThat(DraftDesk.maySee(Caller.system(), draft)).isTrue();
    }

    @Test
    void an_officers_draft_stays_with_the_officer_and_the_counter() {
        var draft = begun(officer("H29.101"));
        assertThat(draft.counter()).isEqualTo("H29.101");
        assertThat(as(officer("H29.101"), () -> desk.find(draft.id()))).isPresent();
        assertThat(as(officer("H29.102"), () -> desk.find(draft.id()))).isEmpty();
        assertThat(as(officer("H29.102"), () -> count(draft.id()))).isZero();
        assertThat(as(citizen(OFFICER), () -> count(draft.id()))).isZero();
    }

    @Test
    void the_second_of_two_savers_is_told() {
        var draft = begun(citizen(LAN));
        var one =
                as(citizen(LAN), () -> desk.save(draft.with(draft.answers().with("a", "1"), "q")));
        assertThatThrownBy(
                        () ->
                                as(
                                        citizen(LAN),
                                        () ->
                                                desk.save(
                                                        draft.with(
                                                                draft.answers().with("a", "2"),
                                                                "q"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem().code()).isEqualTo("form.draft-changed"));
        assertThat(as(citizen(LAN), () -> desk.require(draft.id()))).isEqualTo(one);
    }

    @Test
    void a_submitted_draft_is_closed_and_leaves_the_list() {
        var draft = begun(citizen(LAN));
        as(
                citizen(LAN),
                () -> {
                    var locked = desk.lock(draft.id());
                    desk.markSubmitted(locked.id(), "H29.101-261123-0001");
                    return locked;
                });
        var after = as(citizen(LAN), () -> desk.require(draft.id()));
        assertThat(after.state()).isEqualTo(DraftState.SUBMITTED);
        assertThat(after.dossierCode()).isEqualTo("H29.101-261123-0001");
        assertThat(as(citizen(LAN), () -> desk.list())).doesNotContain(after);
        assertThatThrownBy(() -> as(citizen(LAN), () -> desk.save(draft)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem().code()).isEqualTo("form.draft-closed"));
        assertThatThrownBy(
                        () ->
                                as(
                                        citizen(LAN),
                                        () -> {
                                            desk.markSubmitted(draft.id(), "other");
                                            return draft;
                                        }))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_draft_nobody_touches_for_ninety_days_is_gone() {
        var draft = begun(citizen(LAN));
        clock.now = clock.now.plus(Duration.ofDays(90)).plusSeconds(1);
        assertThat(as(citizen(LAN), () -> desk.find(draft.id()))).isEmpty();
        assertThat(as(Caller.system(), () -> cleaner().clean()).removed()).isPositive();
        assertThat(as(Caller.system(), () -> count(draft.id()))).isZero();
    }

    @Test
    void a_submitted_draft_keeps_its_answers_a_week_and_then_only_its_dossiers_number() {
        var draft = begun(citizen(LAN));
        as(
                citizen(LAN),
                () -> {
                    desk.markSubmitted(draft.id(), "H29.101-261123-0002");
                    return draft;
                });
        clock.now = clock.now.plus(Duration.ofDays(7));
        as(Caller.system(), () -> cleaner().clean());
        assertThat(as(citizen(LAN), () -> desk.require(draft.id())).answers().values())
                .isNotEmpty();

        clock.now = clock.now.plusSeconds(1);
        assertThat(as(Caller.system(), () -> cleaner().clean()).emptied()).isPositive();
        var after = as(citizen(LAN), () -> desk.require(draft.id()));
        assertThat(after.answers().values()).isEmpty();
        assertThat(after.dossierCode()).isEqualTo("H29.101-261123-0002");

        clock.now = clock.now.plus(Duration.ofDays(90));
        as(Caller.system(), () -> cleaner().clean());
        assertThat(as(Caller.system(), () -> count(draft.id()))).isZero();
    }

    @Test
    void a_draft_can_be_thrown_away() {
        var draft = begun(citizen(LAN));
        as(
                citizen(LAN),
                () -> {
                    desk.discard(draft.id());
                    return draft;
                });
        assertThat(as(citizen(LAN), () -> desk.find(draft.id()))).isEmpty();
    }

    private DraftCleaner cleaner() {
        return new DraftCleaner(new DraftStore(jdbc), asking, transaction, clock);
    }

    private long count(UUID id) {
        return jdbc.sql("select count(*) from form.draft where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-11-23T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Callers implements Asking {
        private Caller caller = Caller.anonymous();

        @Override
        public Caller current() {
            return caller;
        }

        @Override
        public <T> T as(Caller next, Supplier<T> work) {
            var before = caller;
            caller = next;
            try {
                return work.get();
            } finally {
                caller = before;
            }
        }
    }
}
