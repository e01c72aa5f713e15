package vn.motcua.organization;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tree of agencies. Read from memory; changes made elsewhere show within seconds.
public interface Agencies {
    Optional<Agency> find(String code);

    /// @throws vn.motcua.kernel.ProblemException when there is no such agency
    Agency require(String code);

    /// The agency a code of any form and date means: today's form, `000.00.00.H29`, or a code that
    /// has been replaced.
    Optional<Agency> byAnyCode(String code);

    /// Agencies directly below, by code.
    List<Agency> children(String code);

    /// Agencies of a kind working today, of one province or of all.
    List<Agency> ofKind(AgencyKind kind, @Nullable String provinceCode);

    /// Who settles, working today: by group of units (`commune`, `commune-police`,
    /// `provincial-police`, `provincial-committee`, `service-centre`, `department-industry-trade`,
    /// `ministry-justice` …), province and commune. Codes of former provinces are read as the
    /// province of today.
    Optional<Agency> competent(
            String unitGroup, @Nullable String provinceCode, @Nullable String communeCode);

    /// Every group of units that some agency belongs to.
    Set<String> unitGroups();

    /// Agencies with nothing above them.
    List<Agency> roots();

    /// Units of an agency: those of its kind and its own.
    List<AgencyUnit> units(String code);

    /// @throws vn.motcua.kernel.ProblemException when the code is taken or the parent unknown
    void add(Agency agency);

    /// Adds many at once; those whose code exists already are brought up to date.
    void put(Collection<Agency> agencies);
}
