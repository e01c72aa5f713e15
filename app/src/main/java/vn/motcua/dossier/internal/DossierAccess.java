package vn.motcua.dossier.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;

/// Who may reach the dossier room's paths.
@Component
class DossierAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open("/tracking")
                .role("/drafts/{id}/submit", Role.CITIZEN)
                .role("/dossiers/**", Role.CITIZEN)
                .role("/dossiers", Role.CITIZEN)
                .role("/desk", Role.OFFICER, Role.LEADER)
                .role("/desk/**", Role.OFFICER, Role.LEADER)
                .role("/api/v1/dossiers/**", Role.CITIZEN)
                .role("/api/v1/dossiers", Role.CITIZEN);
    }
}
