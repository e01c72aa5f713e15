package vn.motcua.dossier.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;
import vn.motcua.kernel.UploadPages;

/// Who may reach the dossier room's paths.
@Component
class DossierAccess implements AccessRules, UploadPages {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open(
                        "/tracking",
                        "/tracking/notice",
                        "/tracking/messages",
                        "/tracking/messages/print")
                .role("/drafts/{id}/submit", Role.CITIZEN)
                .role("/dossiers/**", Role.CITIZEN)
                .role("/dossiers", Role.CITIZEN)
                .role("/account/looks", Role.CITIZEN)
                .role("/desk", Role.OFFICER, Role.LEADER)
                .role("/desk/**", Role.OFFICER, Role.LEADER)
                .role("/api/v1/dossiers/**", Role.CITIZEN)
                .role("/api/v1/dossiers", Role.CITIZEN);
    }

    @Override
    public List<String> uploadPages() {
        return List.of(
                "/dossiers/{code}/supplement/{item}",
                "/dossiers/{code}/messages",
                "/desk/scan/{place}/{subject}/{slot}");
    }
}
