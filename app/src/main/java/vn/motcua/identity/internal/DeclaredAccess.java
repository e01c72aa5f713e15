package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Caller;

/// Lets a request through when some room declared its path for this caller; else nobody.
@Component
class DeclaredAccess implements AuthorizationManager<RequestAuthorizationContext> {
    /// What was found about the request's path: [AccessTable.Rule], or absent when nobody
    /// declared it.
    static final String RULE = DeclaredAccess.class.getName() + ".rule";

    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final AccessTable table;

    DeclaredAccess(AccessTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var rule = table.rule(request).orElse(null);
        if (rule == null) return NO;
        request.setAttribute(RULE, rule);
        if (rule.open()) return YES;
        return who.get() instanceof CallerAuthentication signedIn && rule.allows(signedIn.caller())
                ? YES
                : NO;
    }

    static boolean declared(HttpServletRequest request) {
        return request.getAttribute(RULE) != null;
    }

    static boolean open(HttpServletRequest request) {
        return request.getAttribute(RULE) instanceof AccessTable.Rule rule && rule.open();
    }

    static Caller caller(@Nullable Authentication who) {
        return who instanceof CallerAuthentication signedIn
                ? signedIn.caller()
                : Caller.anonymous();
    }
}
