package vn.motcua.dossier.internal.counter;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;

/// Who may reach the pages of the counter, the queue and the documents that stand outside the
/// officers' desk.
@Component
class CounterAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open("/verify")
                .open("/queue", "/queue/**")
                .role("/helped", Role.CITIZEN)
                .role("/helped/**", Role.CITIZEN);
    }
}
