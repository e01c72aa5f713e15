package vn.motcua.dossier.internal.bulk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.LateReasons;
import vn.motcua.dossier.internal.worklist.ListWords;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;

/// Acts on many dossiers: chosen, read line by line, confirmed, told line by line.
@Service
class Bulks {
    private final BulkStore store;
    private final Judging judging;
    private final BulkRunner runner;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    Bulks(
            BulkStore store,
            Judging judging,
            BulkRunner runner,
            TransactionTemplate transaction,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.judging = judging;
        this.runner = runner;
        this.transaction = transaction;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    /// Keeps what was chosen, to be read before it is done.
    ///
    /// @return null when none of it is there
    @Transactional
    public @Nullable UUID choose(BulkAct act, List<UUID> tasks) {
        var caller = asking.current();
        if (caller.account() == null || caller.agency() == null || tasks.isEmpty()) return null;
        int most = act == BulkAct.SLIPS ? Bulk.MOST_SLIPS : Bulk.MOST;
        var bulk =
                new Bulk(
                        Ids.next(clock),
                        caller.account(),
                        caller.name(),
                        caller.role(),
                        caller.agency(),
                        act,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        BulkState.CHOSEN,
                        clock.instant());
        var distinct = tasks.stream().distinct().limit(most).toList();
        return store.make(bulk, distinct) == 0 ? null : bulk.id();
    }

    /// The outcome all are to get.
    @Transactional
    public void outcome(UUID id, String step, String outcome, @Nullable String note) {
        store.choose(require(id).id(), step, outcome, note);
    }

    /// Why those of them that are completed late are late.
    ///
    /// @return false when it says nothing
    @Transactional
    public boolean late(UUID id, String reason, String words) {
        if (words.isEmpty() || LateReasons.toChoose(reason).isEmpty()) return false;
        store.late(require(id).id(), new Desk.Grounds(reason, words));
        return true;
    }

    /// Whom all are given to: one of those at least one of them can be given to.
    @Transactional
    public void give(UUID id, UUID to) {
        var rows = store.rows(require(id).id());
        for (var row : rows) {
            var offer = judging.offer(row);
            if (offer == null) continue;
            for (var candidate : judging.candidates(row, offer))
                if (candidate.account().equals(to)) {
                    store.give(id, to, candidate.name());
                    return;
                }
        }
    }

    private List<BulkView.Choice> people(List<Bulk.Row> rows) {
        var counts = new LinkedHashMap<String, Integer>();
        var names = new LinkedHashMap<String, String>();
        for (var row : rows) {
            var offer = judging.offer(row);
            if (offer == null) continue;
            for (var candidate : judging.candidates(row, offer)) {
                counts.merge(candidate.account().toString(), 1, Integer::sum);
                names.put(candidate.account().toString(), candidate.name());
            }
        }
        return counts.entrySet().stream()
                .map(
                        each ->
                                new BulkView.Choice(
                                        each.getKey(),
                                        Objects.requireNonNull(names.get(each.getKey())),
                                        each.getValue(),
                                        false))
                .toList();
    }

    /// Does it. Pressing twice does nothing more.
    public void confirm(UUID id) {
        Objects.requireNonNull(transaction.execute(_ -> confirmed(id))).ifPresent(runner::begin);
    }

    private Optional<Bulk> confirmed(UUID id) {
        var bulk = require(id);
        return !bulk.open() && bulk.act().changes() && store.confirm(id, clock.instant())
                ? Optional.of(bulk)
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    Bulk require(UUID id) {
        var account = asking.current().account();
        return store.find(id)
                .filter(bulk -> bulk.account().equals(account))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// What is to be read now: the outcomes to choose from, what would happen, how far it is, or
    /// what became of it.
    @Transactional(readOnly = true)
    public BulkView view(UUID id, Locale locale) {
        var bulk = require(id);
        var words = new ListWords(messages, locale);
        var rows = store.rows(id);
        if (bulk.state() == BulkState.CHOSEN && bulk.open())
            return new BulkView(
                    id,
                    bulk.act(),
                    bulk.state(),
                    null,
                    bulk.act() == BulkAct.GIVE ? people(rows) : choices(rows, words),
                    List.of(),
                    0,
                    rows.size(),
                    0,
                    null);
        var lines =
                rows.stream()
                        .map(
                                row ->
                                        bulk.state() == BulkState.CHOSEN
                                                ? preview(bulk, row, words)
                                                : result(row, words))
                        .toList();
        return new BulkView(
                id,
                bulk.act(),
                bulk.state(),
                bulk.note(),
                List.of(),
                lines,
                (int) lines.stream().filter(BulkView.Line::good).count(),
                rows.size(),
                (int) rows.stream().filter(row -> row.result() != null).count(),
                bulk.state() == BulkState.CHOSEN ? asked(bulk, lines, words) : null);
    }

    private static BulkView.@Nullable Late asked(
            Bulk bulk, List<BulkView.Line> lines, ListWords words) {
        int count = (int) lines.stream().filter(BulkView.Line::late).count();
        if (count == 0) return null;
        var late = bulk.late();
        return new BulkView.Late(
                count,
                LateReasons.toChoose().stream()
                        .map(reason -> new BulkView.Reason(reason.id(), words.in(reason.text())))
                        .toList(),
                late == null
                        ? null
                        : words.in(LateReasons.toChoose(late.id()).orElseThrow().text()),
                late == null ? "" : late.id(),
                late == null ? "" : late.words());
    }

    private List<BulkView.Choice> choices(List<Bulk.Row> rows, ListWords words) {
        var counts = new LinkedHashMap<String, Integer>();
        var names = new LinkedHashMap<String, LocalText>();
        var negative = new LinkedHashMap<String, Boolean>();
        for (var row : rows) {
            var offer = judging.offer(row);
            if (offer == null || offer.task() == null) continue;
            for (var way : offer.ways()) {
                var key = offer.task().stepId() + "|" + way.outcome();
                counts.merge(key, 1, Integer::sum);
                names.put(key, way.name());
                negative.put(key, way.negative());
            }
        }
        return counts.entrySet().stream()
                .map(
                        each ->
                                new BulkView.Choice(
                                        each.getKey(),
                                        words.in(Objects.requireNonNull(names.get(each.getKey()))),
                                        each.getValue(),
                                        Boolean.TRUE.equals(negative.get(each.getKey()))))
                .toList();
    }

    private BulkView.Line preview(Bulk bulk, Bulk.Row row, ListWords words) {
        var verdict = judging.judge(bulk, row);
        var offer = verdict.offer();
        var refusal = verdict.refusal();
        var outcome = verdict.outcome();
        var will =
                refusal != null
                        ? words.t("desk-list.cannot." + refusal)
                        : outcome != null
                                ? words.t("desk-list.will.STEP", words.in(outcome))
                                : bulk.act() == BulkAct.SLIPS && offer != null
                                        ? words.t("dossier.slip." + offer.slipKind())
                                        : bulk.givenName() != null
                                                ? words.t("desk-list.will.GIVE", bulk.givenName())
                                                : words.t("desk-list.will.CLAIM");
        return new BulkView.Line(
                row.code(),
                "/desk/dossiers/" + row.dossier(),
                offer == null ? "" : offer.owner(),
                refusal == null,
                verdict.late(),
                will);
    }

    private static BulkView.Line result(Bulk.Row row, ListWords words) {
        var result = row.result();
        return new BulkView.Line(
                row.code(),
                "/desk/dossiers/" + row.dossier(),
                "",
                result == Bulk.Result.DONE,
                false,
                words.t("desk-list.result." + (result == null ? "WAITING" : result)));
    }
}
