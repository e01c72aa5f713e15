package vn.motcua.identity.internal;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.motcua.identity.Caller;

/// Where the current caller is found: bound for a piece of work, else signed in on this
/// request, else nobody.
final class CallerScope {
    private static final ScopedValue<Caller> BOUND = ScopedValue.newInstance();

    private CallerScope() {}

    static Caller current() {
        if (BOUND.isBound()) return BOUND.get();
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication signedIn
                ? signedIn.caller()
                : Caller.anonymous();
    }

    static <T> T as(Caller caller, Supplier<T> work) {
        return ScopedValue.where(BOUND, caller).call(work::get);
    }
}
