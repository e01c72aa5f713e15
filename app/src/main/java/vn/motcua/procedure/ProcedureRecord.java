package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What `procedure.yaml` says, in the order in which it says it.
///
/// @param agency the agency whose overlay this release is; null for the national release
/// @param effectiveTo last day in force, null for open
/// @param nonTerritorial may be filed at any counter of the province
/// @param audience who can use it, in the citizen's words
/// @param minutes estimated time to fill in
/// @param pauseGrounds for what officers may stop the clock; the usual ones where it names none
public record ProcedureRecord(
        String code,
        int version,
        @Nullable String agency,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        LocalText name,
        LocalText summary,
        List<String> keywords,
        Field field,
        List<LifeEvent> lifeEvents,
        @Nullable Decision decision,
        Kind kind,
        Set<Level> levels,
        @Nullable String promulgatingAgency,
        Executing executing,
        boolean nonTerritorial,
        List<String> subjects,
        LocalText audience,
        int minutes,
        List<ChannelRule> channels,
        List<ProcedureCase> cases,
        List<Component> components,
        List<LocalText> notes,
        List<Step> steps,
        List<ResultType> results,
        List<LocalText> requirements,
        List<LegalBasis> legalBasis,
        SupplementRule supplement,
        List<Reason> supplementReasons,
        List<Reason> refusalReasons,
        List<Remark> openQuestions,
        List<Remark> assumptions,
        @Nullable Source source,
        List<PauseGround> pauseGrounds) {
    /// SPECIFIC is a province's own procedure.
    public enum Kind {
        STANDARD,
        STANDARD_INTERNAL,
        SPECIFIC
    }

    /// Field codes begin with the ministry; one name may have several codes.
    public record Field(String code, LocalText name) {}

    public record Decision(
            @Nullable String number, @Nullable LocalDate date, @Nullable String agency) {}

    /// Who handles it: a group of agencies, resolved by `organization.Agencies.competent`.
    public record Executing(String unitGroup, @Nullable LocalText basis) {}

    public record Step(LocalText name, LocalText text) {}

    public record LegalBasis(String code, LocalText name) {}

    /// A reason an officer may choose, with its legal ground.
    public record Reason(String id, LocalText text, @Nullable String basis) {}

    /// Something the sources leave open, or something assumed, about one part of the procedure.
    public record Remark(String about, LocalText text) {}

    public record Source(String name, @Nullable LocalDate read, @Nullable LocalText text) {}

    /// How defects of a dossier are handled.
    ///
    /// @param maxDuringAppraisal how often a supplement may be asked for during appraisal
    /// @param answerWithinDays how long the citizen may take
    public record SupplementRule(
            Restart beforeAcceptance,
            Restart duringAppraisal,
            int maxDuringAppraisal,
            int answerWithinDays) {

        /// What the clock does when the supplement has come (`worktime.Resumption`).
        public enum Restart {
            RESUME,
            RESTART,
            SHIFT
        }

        public static final SupplementRule DEFAULT =
                new SupplementRule(Restart.RESTART, Restart.RESUME, 1, 30);
    }

    public ProcedureRecord {
        keywords = List.copyOf(keywords);
        lifeEvents = List.copyOf(lifeEvents);
        levels = Set.copyOf(levels);
        subjects = List.copyOf(subjects);
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        components = List.copyOf(components);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
        requirements = List.copyOf(requirements);
        legalBasis = List.copyOf(legalBasis);
        supplementReasons = List.copyOf(supplementReasons);
        refusalReasons = List.copyOf(refusalReasons);
        openQuestions = List.copyOf(openQuestions);
        assumptions = List.copyOf(assumptions);
        pauseGrounds = pauseGrounds.isEmpty() ? PauseGround.usual() : List.copyOf(pauseGrounds);
    }

    public ReleaseId id() {
        return new ReleaseId(code, version);
    }

    public boolean offers(Channel channel) {
        return channels.stream().anyMatch(rule -> rule.channel() == channel);
    }

    /// The rule of a channel for a case: the case's own one, else the general one, else the
    /// channel's first.
    public Optional<ChannelRule> rule(Channel channel, @Nullable String caseCode) {
        var ofChannel = channels.stream().filter(rule -> rule.channel() == channel).toList();
        return ofChannel.stream()
                .filter(rule -> rule.caseCode() != null && rule.caseCode().equals(caseCode))
                .findFirst()
                .or(() -> ofChannel.stream().filter(rule -> rule.caseCode() == null).findFirst())
                .or(() -> ofChannel.stream().findFirst());
    }

    public Optional<Component> component(String id) {
        return components.stream().filter(component -> component.id().equals(id)).findFirst();
    }

    /// By life events; a procedure without any is for organisations when its subjects say so (ĐT9).
    public Set<Audience> audiences() {
        var found = EnumSet.noneOf(Audience.class);
        lifeEvents.forEach(event -> found.add(event.audience()));
        if (subjects.contains("ĐT9")) found.add(Audience.ENTERPRISE);
        if (found.isEmpty()) found.add(Audience.CITIZEN);
        return found;
    }
}
