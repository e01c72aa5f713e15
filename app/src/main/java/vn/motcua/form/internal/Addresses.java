package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;
import vn.motcua.kernel.UploadPages;

/// Where this room's pages are, and who may reach them.
@Component
class Addresses implements AccessRules, UploadPages {
    private static final String ID =
            "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    /// A person's own draft.
    static final String DRAFT = "/drafts/" + ID;

    /// The same pages, filled in by an officer at a counter.
    static final String COUNTER = "/desk/counter/" + ID;

    @Override
    public void rules(AccessRegistry registry) {
        registry.open("/api/v1/procedures/{code}/form");
        registry.role("/apply/{code}", Role.CITIZEN);
        registry.role("/drafts/{id}", Role.CITIZEN);
        registry.role("/drafts/{id}/q/**", Role.CITIZEN);
        registry.role("/drafts/{id}/check", Role.CITIZEN);
        registry.role("/drafts/{id}/discard", Role.CITIZEN);
        registry.role("/desk/counter/{id}", Role.OFFICER, Role.LEADER);
        registry.role("/desk/counter/{id}/q/**", Role.OFFICER, Role.LEADER);
        registry.role("/desk/counter/{id}/check", Role.OFFICER, Role.LEADER);
        registry.role("/desk/counter/{id}/discard", Role.OFFICER, Role.LEADER);
    }

    @Override
    public List<String> uploadPages() {
        return List.of(
                "/drafts/{id}/q/{question}",
                "/desk/counter/{id}/q/{question}",
                "/drafts/{id}/q/{question}/{field}/import",
                "/desk/counter/{id}/q/{question}/{field}/import");
    }

    static boolean isDesk(NativeWebRequest request) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return http.getRequestURI().startsWith("/desk/");
    }
}
