package vn.motcua.dossier.internal.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierState;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Releases;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineState;
import vn.motcua.worktime.LeftText;

/// Looks through all dossiers of the officer's agency and those below it. Each look is written
/// down: who, and how many were shown; never the words.
@Service
public class Finding {
    private static final int PAGE = 30;
    private static final String SUBJECT = "list";

    private final Finder finder;
    private final Sought sought;
    private final Lines lines;
    private final Releases releases;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    Finding(
            Finder finder,
            Sought sought,
            Lines lines,
            Releases releases,
            Agencies agencies,
            Calendars calendars,
            Journal journal,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.finder = finder;
        this.sought = sought;
        this.lines = lines;
        this.releases = releases;
        this.agencies = agencies;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    public FindView read(FindQuery asked, @Nullable UUID before, Locale locale) {
        var typed = sought.words(asked.sought());
        var query = typed.isEmpty() ? asked.seeking(null) : asked;
        var found =
                query.narrowed()
                        ? finder.page(query, alone(), sought.query(typed), before, PAGE + 1)
                        : List.<Finder.Found>of();
        var words = new ListWords(messages, locale);
        var now = clock.instant();
        var shown = found.stream().limit(PAGE).map(one -> line(one, words, now)).toList();
        if (query.narrowed())
            written("dossiers.searched", Map.of("count", shown.size(), "words", !typed.isEmpty()));
        return new FindView(
                typed,
                procedures(query, words),
                options(Channel.values(), "dossier.channel.", query.channel(), words),
                options(DossierState.values(), "dossier.state.", query.state(), words),
                query.from() == null ? "" : HanoiTime.date(query.from()),
                query.to() == null ? "" : HanoiTime.date(query.to()),
                shown,
                query.narrowed(),
                before == null,
                found.size() > PAGE
                        ? query.href("/desk/search", "before", found.get(PAGE - 1).id().toString())
                        : null,
                Map.of(
                        "csv", query.href("/desk/search/export", "format", "csv"),
                        "xlsx", query.href("/desk/search/export", "format", "xlsx")));
    }

    /// The officer's agency where none lies below it: then the index of agencies is enough.
    public @Nullable String alone() {
        var agency = asking.current().agency();
        return agency == null || !agencies.children(agency).isEmpty() ? null : agency;
    }

    /// Writes down that a list was read or taken away, by whom and how much of it.
    public void written(String kind, Map<String, Object> data) {
        var caller = asking.current();
        var name = kind + "/" + caller.agency();
        journal.append(
                new Entry(
                        kind,
                        SUBJECT,
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        caller.agency(),
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        new LinkedHashMap<>(data)));
    }

    private FindView.Line line(Finder.Found found, ListWords words, Instant now) {
        var state = deadline(found, now);
        var due = found.due();
        var left =
                switch (state) {
                    case FINISHED -> words.t("desk-list.find.finished");
                    case WITH_CITIZEN -> words.t("desk.paused");
                    case NONE -> words.t("desk.no-due");
                    case IN_TIME, DUE_SOON, OVERDUE ->
                            due == null
                                    ? ""
                                    : LeftText.of(words, due, now, calendars.of(found.agency()));
                };
        return new FindView.Line(
                "/desk/dossiers/" + found.id(),
                found.code(),
                state,
                left,
                words.in(lines.procedure(found.procedure(), found.release())),
                found.owner(),
                found.summary(),
                "dossier.channel." + found.channel(),
                "dossier.state." + found.state(),
                Lines.moment(found.submitted(), now));
    }

    static DeadlineState deadline(Finder.Found found, Instant now) {
        var state = DossierState.valueOf(found.state());
        if (state.isFinal() || found.finished() != null) return DeadlineState.FINISHED;
        boolean waits =
                state == DossierState.SUPPLEMENT_REQUESTED
                        || state == DossierState.PAYMENT_REQUESTED;
        return Lines.deadline(found.due(), found.paused() || waits, now);
    }

    private List<WorklistView.Option> procedures(FindQuery query, ListWords words) {
        return releases.current().stream()
                .map(
                        release ->
                                new WorklistView.Option(
                                        release.id().procedureCode(),
                                        words.in(release.record().name()),
                                        release.id().procedureCode().equals(query.procedure())))
                .sorted(Comparator.comparing(WorklistView.Option::name))
                .toList();
    }

    private static <E extends Enum<E>> List<WorklistView.Option> options(
            E[] values, String prefix, @Nullable String chosen, ListWords words) {
        return Arrays.stream(values)
                .map(
                        value ->
                                new WorklistView.Option(
                                        value.name(),
                                        words.t(prefix + value.name()),
                                        value.name().equals(chosen)))
                .toList();
    }
}
