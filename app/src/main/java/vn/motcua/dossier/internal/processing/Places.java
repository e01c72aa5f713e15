package vn.motcua.dossier.internal.processing;

import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.workflow.Who;

/// Where the steps of a dossier are done: at the agency that handles it, or at another one that
/// answers for the same place.
@Component
public class Places {
    private final Agencies agencies;

    Places(Agencies agencies) {
        this.agencies = agencies;
    }

    public Agency agency(Dossier dossier, Who who) {
        var group = who.agency();
        return group == null
                ? agencies.require(dossier.agency())
                : competent(dossier.agency(), group);
    }

    String code(Dossier dossier, Who who) {
        return who.agency() == null ? dossier.agency() : agency(dossier, who).code();
    }

    /// The agency of a group of units that answers for the place of another agency.
    ///
    /// @throws ProblemException `dossier.no-agency` when there is none
    public Agency competent(String near, String group) {
        var here = agencies.require(near);
        return agencies.competent(group, here.provinceCode(), here.communeCode())
                .or(() -> agencies.competent(group, here.provinceCode(), null))
                .or(() -> agencies.competent(group, null, null))
                .orElseThrow(() -> new ProblemException(DossierProblem.NO_AGENCY));
    }
}
