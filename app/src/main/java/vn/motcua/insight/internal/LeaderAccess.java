package vn.motcua.insight.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;

/// Who may see figures.
@Component
class LeaderAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.role("/leader", Role.LEADER).role("/leader/**", Role.LEADER);
    }
}
