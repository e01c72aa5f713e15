package vn.motcua.identity.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;

@Component
class IdentityAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open("/sign-in", "/sign-in/position", "/sign-out");
        registry.signedIn("/account", "/account/**");
    }
}
