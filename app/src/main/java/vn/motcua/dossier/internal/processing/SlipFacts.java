package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.print.PrintAnswers;
import vn.motcua.dossier.internal.print.SlipAgency;
import vn.motcua.dossier.internal.print.SlipComponent;
import vn.motcua.dossier.internal.print.SlipDossier;
import vn.motcua.dossier.internal.print.SlipFee;
import vn.motcua.dossier.internal.print.SlipSigner;
import vn.motcua.dossier.internal.print.SlipWorking;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Term;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingLine;

/// Tells a dossier in the words its papers are printed in: Vietnamese, as the law has them.
@Component
class SlipFacts {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern KIND_OF_UNIT =
            Pattern.compile("^(Xã|Phường|Đặc khu|Thị trấn|Tỉnh|Thành phố) ");
    private static final List<PositionKind> RANK =
            List.of(
                    PositionKind.OPERATOR,
                    PositionKind.RECEPTIONIST,
                    PositionKind.CASE_OFFICER,
                    PositionKind.APPROVER,
                    PositionKind.LEADER);

    private final Rules rules;
    private final Agencies agencies;
    private final Staff staff;
    private final DossierStore dossiers;
    private final Calendars calendars;
    private final Forms forms;
    private final AdministrativeUnits units;
    private final Accounts accounts;
    private final Asking asking;
    private final Clock clock;
    private final MessageSource messages;
    private final PublicAddress address;

    SlipFacts(
            Rules rules,
            Agencies agencies,
            Staff staff,
            DossierStore dossiers,
            Calendars calendars,
            Forms forms,
            AdministrativeUnits units,
            Accounts accounts,
            Asking asking,
            Clock clock,
            MessageSource messages,
            PublicAddress address) {
        this.rules = rules;
        this.agencies = agencies;
        this.staff = staff;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.forms = forms;
        this.units = units;
        this.accounts = accounts;
        this.asking = asking;
        this.clock = clock;
        this.messages = messages;
        this.address = address;
    }

    SlipAgency agency(Dossier dossier) {
        var agency = agencies.require(dossier.agency());
        var superior =
                agency.parent() == null ? null : agencies.require(agency.parent()).name().vi();
        return new SlipAgency(
                agency.code(),
                superior,
                agency.name().vi(),
                agency.desk().vi(),
                agency.address(),
                agency.phone(),
                address.shown());
    }

    /// For the line of place and date: the unit the agency works for, without the word that says
    /// what kind of unit it is, unless the name cannot stand alone. Source: [paperwork-decree].
    String place(Dossier dossier) {
        Agency agency = agencies.require(dossier.agency());
        var today = HanoiTime.dateOf(clock.instant());
        var commune = agency.communeCode();
        var province = agency.provinceCode();
        var name =
                commune == null
                        ? null
                        : units.commune(commune, today).map(unit -> unit.name()).orElse(null);
        if (name == null && province != null)
            name = units.province(province, today).map(unit -> unit.name().vi()).orElse(null);
        return name == null ? agency.name().vi() : bare(name);
    }

    /// `Bến Thành` of `Phường Bến Thành`; a number or a person's name keeps its word.
    static String bare(String unit) {
        if (unit.endsWith("Hồ Chí Minh")) return unit;
        var bare = KIND_OF_UNIT.matcher(unit).replaceFirst("");
        return Character.isDigit(bare.charAt(0)) ? unit : bare;
    }

    /// The answers as they are printed.
    Map<String, Object> answers(Dossier dossier) {
        return PrintAnswers.of(rules.form(dossier), dossier.answers(), context(dossier));
    }

    private FormContext context(Dossier dossier) {
        return forms.context(dossier.channel().name(), dossier.agency());
    }

    SlipDossier dossier(Dossier dossier) {
        var record = rules.record(dossier);
        var people =
                SlipPeople.of(
                        dossier.people(), rules.form(dossier), answers(dossier), filer(dossier));
        var key = dossiers.trackingKey(dossier.code());
        return new SlipDossier(
                dossier.code().value(),
                record.code(),
                record.name().vi(),
                dossier.summary(),
                people.owner(),
                people.filer(),
                text("dossier.channel." + dossier.channel()),
                dossier.moments().accepted(),
                dossier.moments().due(),
                legalTime(dossier),
                1,
                components(dossier),
                text("dossier.return." + dossier.returnWay()),
                address.tracking(dossier.code(), key),
                key,
                null,
                null);
    }

    private @Nullable Account filer(Dossier dossier) {
        var filer = dossier.people().filer();
        if (filer == null) return null;
        return asking.as(Caller.system(), () -> accounts.find(filer)).orElse(null);
    }

    List<SlipFee> fees(Dossier dossier) {
        return rules.record(dossier)
                .rule(dossier.channel(), dossier.caseCode())
                .map(
                        rule ->
                                SlipFees.of(
                                        rule,
                                        rules.form(dossier),
                                        dossier.answers(),
                                        context(dossier),
                                        HanoiTime.dateOf(clock.instant())))
                .orElse(List.of());
    }

    List<SlipComponent> components(Dossier dossier) {
        var record = rules.record(dossier);
        return dossier.papers().stream()
                .map(
                        paper ->
                                new SlipComponent(
                                        record.component(paper.component())
                                                .map(component -> component.name().vi())
                                                .orElse(paper.component()),
                                        form(paper.form()),
                                        Math.max(1, paper.quantity()),
                                        paper.note()))
                .toList();
    }

    private static String form(Paper.Form form) {
        return switch (form) {
            case ORIGINAL -> "Bản chính";
            case COPY -> "Bản sao";
            case CERTIFIED_COPY -> "Bản chứng thực";
            case ELECTRONIC -> "Bản điện tử";
        };
    }

    private String legalTime(Dossier dossier) {
        var limit =
                dossier.ledger().limit() == null ? rules.limit(dossier) : dossier.ledger().limit();
        if (limit != null) return text("dossier.term." + limit.unit(), limit.quantity());
        return rules.record(dossier)
                .rule(dossier.channel(), dossier.caseCode())
                .map(
                        rule ->
                                rule.term() instanceof Term.Backward
                                        ? text("dossier.term.BACKWARD")
                                        : text("dossier.term.ONCE"))
                .orElse("");
    }

    /// The arithmetic behind the appointment, in words.
    List<SlipWorking> working(Dossier dossier, Instant now) {
        if (dossier.ledger().lines().isEmpty()) return List.of();
        return dossier.ledger().reckon(calendars.of(dossier.agency()), now).working().stream()
                .map(
                        line ->
                                new SlipWorking(
                                        what(line, VIETNAMESE),
                                        result(line, VIETNAMESE),
                                        what(line, Locale.ENGLISH),
                                        result(line, Locale.ENGLISH)))
                .toList();
    }

    private String what(WorkingLine line, Locale locale) {
        return messages.getMessage(line.messageKey(), line.arguments(locale), locale);
    }

    private String result(WorkingLine line, Locale locale) {
        return messages.getMessage(line.resultMessageKey(), line.resultArguments(locale), locale);
    }

    /// Who signs a document of the agency, by the highest position they hold there.
    SlipSigner signer(Caller by, Dossier dossier) {
        var title = title(by.account(), dossier);
        var behalf = by.behalf();
        return new SlipSigner(
                behalf == null
                        ? SignerTitle.of(title)
                        : SignerTitle.delegated(title(behalf.account(), dossier), title),
                by.name(),
                null);
    }

    private String title(@Nullable UUID account, Dossier dossier) {
        return member(account, dossier).map(member -> member.title().vi()).orElse("");
    }

    private Optional<StaffMember> member(@Nullable UUID account, Dossier dossier) {
        if (account == null) return Optional.empty();
        return staff.of(account).stream()
                .filter(member -> member.agency().equals(dossier.agency()))
                .max(Comparator.comparing(member -> RANK.indexOf(member.position())));
    }

    HandOvers handOvers(Dossier dossier) {
        return new HandOvers(
                rules.process(dossier),
                position -> text("workflow.position." + position),
                task -> task.agency().equals(dossier.agency()) ? null : name(task.agency()));
    }

    /// Agencies that did or do some of the work besides the one in charge.
    List<String> cooperating(Dossier dossier, List<Task> work) {
        return work.stream()
                .filter(task -> task.kind() == Task.Kind.STEP)
                .map(Task::agency)
                .filter(agency -> !agency.equals(dossier.agency()))
                .distinct()
                .map(this::name)
                .toList();
    }

    private String name(String agency) {
        return agencies.find(agency).map(found -> found.name().vi()).orElse(agency);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }
}
