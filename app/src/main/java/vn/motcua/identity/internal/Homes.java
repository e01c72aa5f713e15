package vn.motcua.identity.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.Caller;

/// Where somebody goes after signing in: back where they came from if they may go there, else
/// to their own first page.
@Component
class Homes {
    private final AccessTable table;

    Homes(AccessTable table) {
        this.table = table;
    }

    String after(Caller caller, String to) {
        boolean allowed =
                !to.isEmpty()
                        && table.rule(ReturnAddress.path(to))
                                .filter(rule -> rule.allows(caller))
                                .isPresent();
        return allowed ? to : home(caller);
    }

    private String home(Caller caller) {
        var own =
                switch (caller.role()) {
                    case CITIZEN -> "/dossiers";
                    case OFFICER -> "/desk";
                    case LEADER -> "/leader";
                    case OPERATOR -> "/operator";
                    case ANONYMOUS, SYSTEM, TRACKER -> "/";
                };
        return table.rule(own).filter(rule -> rule.allows(caller)).isPresent() ? own : "/account";
    }
}
