package vn.motcua.procedure.internal.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.ProcedureRecord;

/// A procedure as an agency published it, whether or not it can be filed here. What the source
/// does not tell is absent; nothing is made up.
///
/// @param agency the agency whose variant this is: what it names takes the place of the national
///     record's; null for the national record
/// @param name null only in a variant that keeps the national name
/// @param executing who settles it, in the words of the source
/// @param offlineOnly can never be filed online, so it is left out of online rates
/// @param declared the level of online service that the decision declares
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Published(
        String code,
        @Nullable String agency,
        @Nullable LocalText name,
        @Nullable LocalText summary,
        List<String> keywords,
        ProcedureRecord.@Nullable Kind kind,
        @Nullable Named field,
        List<Level> levels,
        @Nullable String promulgatingAgency,
        @Nullable String executing,
        @Nullable Boolean nonTerritorial,
        @Nullable Boolean offlineOnly,
        List<String> subjects,
        @Nullable OnlineLevel declared,
        List<Way> ways,
        List<Named> cases,
        List<Paper> papers,
        List<LocalText> notes,
        List<Step> steps,
        List<Named> results,
        List<LocalText> requirements,
        List<Named> legalBasis,
        List<Related> related,
        List<LocalCode> localCodes,
        List<Decision> decisions,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source) {

    /// Something with a code; the code is null where none was published.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Named(@Nullable String code, LocalText name) {}

    /// One way of filing.
    ///
    /// @param level for which level of agency, null for all
    /// @param unit name of a `worktime.TermUnit`; null where the words tell no time
    /// @param term the words of the source
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Way(
            Channel channel,
            @Nullable Level level,
            @Nullable String caseCode,
            @Nullable Integer quantity,
            @Nullable String unit,
            @Nullable String term,
            List<Fee> fees,
            @Nullable LocalText note) {
        public Way {
            fees = or(fees);
        }
    }

    /// @param amount in đồng; null when the source leaves it open
    /// @param free said in words to cost nothing; a bare 0 does not say so
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fee(
            FeeLine.Kind kind, @Nullable Long amount, @Nullable Boolean free, LocalText name) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Paper(
            @Nullable String code,
            LocalText name,
            @Nullable Integer originals,
            @Nullable Integer copies,
            @Nullable Boolean optional,
            @Nullable String caseCode,
            @Nullable LocalText note) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Step(LocalText name, @Nullable LocalText text) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Related(String code, @Nullable LocalText how) {}

    /// What another portal or a province calls it.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record LocalCode(String code, @Nullable String agency) {}

    /// What a decision did to the procedure.
    public enum Act {
        ANNOUNCE,
        AMEND,
        REPLACE,
        ABOLISH
    }

    /// @param published when it was made public
    /// @param effective first day of its effect
    /// @param replacedBy code of the procedure that takes this one's place
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Decision(
            Act act,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable LocalDate published,
            @Nullable String agency,
            @Nullable LocalDate effective,
            @Nullable String replacedBy) {

        /// The first day it counts; null when the source tells no day at all.
        public @Nullable LocalDate from() {
            return effective != null ? effective : published != null ? published : date;
        }
    }

    public Published {
        keywords = or(keywords);
        levels = or(levels).stream().distinct().sorted().toList();
        subjects = or(subjects);
        ways = or(ways);
        cases = or(cases);
        papers = or(papers);
        notes = or(notes);
        steps = or(steps);
        results = or(results);
        requirements = or(requirements);
        legalBasis = or(legalBasis);
        related = or(related);
        localCodes = or(localCodes);
        decisions = or(decisions);
    }

    /// Readers of JSON leave out what is not there.
    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// Empty for the national record, else the agency: the second half of its key.
    public String scope() {
        return agency == null ? "" : agency;
    }

    public String nameOrCode() {
        return name == null ? code : name.vi();
    }
}
