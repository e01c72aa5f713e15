package vn.motcua.dossier.internal.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
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
import vn.motcua.dossier.internal.print.Slip;
import vn.motcua.dossier.internal.print.SlipAgency;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.print.SlipPrinter;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.worktime.DeadlineState;

/// Sổ theo dõi hồ sơ: every dossier of the agency in the order it came, on the page and on paper.
@Service
class Register {
    static final int PAGE = 50;
    private static final int MONTHS = 12;
    private static final int MOST_PRINTED = 5000;

    private final RegisterStore store;
    private final Rules rules;
    private final Agencies agencies;
    private final SlipPrinter printer;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;
    private final PublicAddress address;

    Register(
            RegisterStore store,
            Rules rules,
            Agencies agencies,
            SlipPrinter printer,
            Asking asking,
            MessageSource messages,
            Clock clock,
            PublicAddress address) {
        this.store = store;
        this.rules = rules;
        this.agencies = agencies;
        this.printer = printer;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
        this.address = address;
    }

    @Transactional(readOnly = true)
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
                        false,
                        PAGE + 1);
        var now = clock.instant();
        var lines = found.stream().limit(PAGE).map(row -> line(row, words, now)).toList();
        var next =
                found.size() > PAGE
                        ? "/desk/register?month=" + chosen + "&before=" + found.get(PAGE - 1).id()
                        : null;
        return new RegisterView(
                agency.name(),
                chosen.toString(),
                words(chosen, words),
                months(chosen, words),
                lines,
                next);
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
                                : WorklistReader.deadline(row.due(), now);
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

    /// The register of a month on paper (A4). In Vietnamese, as the law has it.
    @Transactional(readOnly = true)
    public byte[] print(String month) {
        var agency = agency();
        var chosen = month(month);
        var words = new DeskWords(messages, DeskWords.VIETNAMESE);
        var rows =
                store
                        .rows(
                                agency.code(),
                                start(chosen),
                                start(chosen.plusMonths(1)),
                                null,
                                true,
                                MOST_PRINTED)
                        .stream()
                        .map(row -> printed(row, agency, words))
                        .toList();
        var superior =
                agency.parent() == null ? null : agencies.require(agency.parent()).name().vi();
        var letterhead =
                new SlipAgency(
                        agency.code(),
                        superior,
                        agency.name().vi(),
                        agency.desk().vi(),
                        agency.address(),
                        agency.phone(),
                        address.shown());
        var body = new SlipBody.Register(words(chosen, words), rows);
        return printer.print(
                new Slip(
                        letterhead,
                        place(agency),
                        clock.instant(),
                        null,
                        null,
                        null,
                        body,
                        Map.of()),
                java.util.Optional.empty());
    }

    private SlipBody.RegisterRow printed(RegisterStore.Row row, Agency agency, DeskWords words) {
        var procedure =
                rules.release(new ReleaseId(row.procedure(), row.release())).record().name().vi();
        return new SlipBody.RegisterRow(
                row.code(),
                procedure,
                1,
                row.owner(),
                row.phone() == null ? "" : row.phone(),
                agency.name().vi(),
                row.accepted() == null ? row.submitted() : row.accepted(),
                row.due(),
                row.accepted(),
                row.finished(),
                row.returned(),
                words.t("dossier.return." + row.returnWay()),
                row.returned() == null ? null : row.filer(),
                words.t("dossier.state." + row.state()));
    }

    /// The agency's name without the words that say what kind of agency it is.
    private static String place(Agency agency) {
        return agency.name()
                .vi()
                .replaceFirst("^.*?(xã|phường|đặc khu|tỉnh|thành phố|Thành phố) ", "");
    }

    private Agency agency() {
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

    private static String words(YearMonth month, DeskWords words) {
        return words.t(
                "desk.month",
                Integer.toString(month.getMonthValue()),
                Integer.toString(month.getYear()));
    }

    private static Instant start(YearMonth month) {
        return HanoiTime.instant(month.atDay(1).atStartOfDay());
    }
}
