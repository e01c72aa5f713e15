package vn.motcua.dossier.internal.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.worktime.DeadlineState;

/// Sổ theo dõi hồ sơ: every dossier of the agency in the order it came. Looking into it is
/// written down.
@Service
class Register {
    static final String SUBJECT = "register";
    static final int PAGE = 50;

    /// Lines of one printed part: some hundred sheets, which one can still bind.
    static final int PART = 2000;

    private static final int MONTHS = 12;

    private final RegisterStore store;
    private final Rules rules;
    private final Agencies agencies;
    private final Journal journal;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    Register(
            RegisterStore store,
            Rules rules,
            Agencies agencies,
            Journal journal,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.agencies = agencies;
        this.journal = journal;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    public RegisterView view(String month, @Nullable UUID before, Locale locale) {
        var agency = agency();
        var chosen = month(month);
        var words = new DeskWords(messages, locale);
        var found =
                store.rows(
                        agency.code(),
                        start(chosen),
                        start(chosen.plusMonths(1)),
                        before,
                        PAGE + 1);
        var now = clock.instant();
        var lines = found.stream().limit(PAGE).map(row -> line(row, words, now)).toList();
        var next =
                found.size() > PAGE
                        ? "/desk/register?month=" + chosen + "&before=" + found.get(PAGE - 1).id()
                        : null;
        var parts =
                store
                        .parts(agency.code(), start(chosen), start(chosen.plusMonths(1)), PART)
                        .stream()
                        .map(part -> new RegisterView.Part(part.number(), part.from(), part.to()))
                        .toList();
        append("register.viewed", chosen, Map.of("count", lines.size()));
        return new RegisterView(
                agency.name(),
                chosen.toString(),
                words(chosen, words),
                months(chosen, words),
                lines,
                next,
                parts);
    }

    /// Who read how much of which month; no line of it.
    void append(String kind, YearMonth month, Map<String, Object> more) {
        var caller = asking.current();
        var data = new LinkedHashMap<String, Object>();
        data.put("month", month.toString());
        data.putAll(more);
        var book = agency().code() + "/" + month;
        journal.append(
                new Entry(
                        kind,
                        SUBJECT,
                        UUID.nameUUIDFromBytes(book.getBytes(StandardCharsets.UTF_8)),
                        caller.agency(),
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        data));
    }

    private RegisterView.Line line(RegisterStore.Row row, DeskWords words, Instant now) {
        var state = DossierState.valueOf(row.state());
        boolean waits =
                state == DossierState.SUPPLEMENT_REQUESTED
                        || state == DossierState.PAYMENT_REQUESTED;
        var deadline =
                state.isFinal() || state == DossierState.COMPLETED
                        ? DeadlineState.FINISHED
                        : waits
                                ? DeadlineState.WITH_CITIZEN
                                : vn.motcua.dossier.internal.worklist.Lines.deadline(
                                        row.due(), row.paused(), now);
        var received = row.accepted() == null ? row.submitted() : row.accepted();
        return new RegisterView.Line(
                row.id(),
                row.code(),
                words.in(
                        rules.release(new ReleaseId(row.procedure(), row.release()))
                                .record()
                                .name()),
                row.owner(),
                "dossier.state." + state,
                deadline,
                HanoiTime.timeAndDate(received),
                row.due() == null ? null : HanoiTime.timeAndDate(row.due()),
                row.returned() == null ? null : HanoiTime.timeAndDate(row.returned()));
    }

    Agency agency() {
        var code = asking.current().agency();
        if (code == null) throw new ProblemException(DossierProblem.NOT_FOUND);
        return agencies.require(code);
    }

    YearMonth month(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() > 2000 && month.getYear() < 2200) return month;
        } catch (DateTimeException unreadable) {
            // the current month, below
        }
        return YearMonth.from(HanoiTime.dateOf(clock.instant()));
    }

    private List<RegisterView.Month> months(YearMonth chosen, DeskWords words) {
        var list = new ArrayList<RegisterView.Month>();
        var now = YearMonth.from(HanoiTime.dateOf(clock.instant()));
        for (int i = 0; i < MONTHS; i++) {
            var month = now.minusMonths(i);
            list.add(
                    new RegisterView.Month(
                            month.toString(), words(month, words), month.equals(chosen)));
        }
        if (list.stream().noneMatch(RegisterView.Month::chosen))
            list.add(new RegisterView.Month(chosen.toString(), words(chosen, words), true));
        return list;
    }

    static String words(YearMonth month, DeskWords words) {
        return words.t(
                "desk.month",
                Integer.toString(month.getMonthValue()),
                Integer.toString(month.getYear()));
    }

    static Instant start(YearMonth month) {
        return HanoiTime.instant(month.atDay(1).atStartOfDay());
    }
}
