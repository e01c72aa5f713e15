package vn.motcua.operation.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;

/// The operator's pages are the operator's; whether the platform lives may be asked by anybody.
@Component
class OperationAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open("/health/live", "/health/ready")
                .role("/operator", Role.OPERATOR)
                .role("/operator/**", Role.OPERATOR);
    }
}
