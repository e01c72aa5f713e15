package vn.motcua.identity.internal;

import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.HanoiTime;

/// A person's open sessions, as the person sees them.
@Component
class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    List<AccountView.OpenSession> of(UUID account, @Nullable String currentId) {
        return found(account).values().stream()
                .filter(session -> !session.isExpired())
                .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
                .map(session -> shown(session, session.getId().equals(currentId)))
                .toList();
    }

    /// Ends one session; false when there is none like that.
    boolean end(UUID account, String handle) {
        return found(account).keySet().stream()
                        .filter(id -> handle(id).equals(handle))
                        .peek(repository::deleteById)
                        .count()
                > 0;
    }

    void endOthers(UUID account, @Nullable String currentId) {
        found(account).keySet().stream()
                .filter(id -> !id.equals(currentId))
                .forEach(repository::deleteById);
    }

    private Map<String, ? extends Session> found(UUID account) {
        return repository.findByPrincipalName(account.toString());
    }

    private static AccountView.OpenSession shown(Session session, boolean current) {
        String device = session.getAttribute(SessionCallers.DEVICE);
        Long since = session.getAttribute(SessionCallers.SINCE);
        var began = since == null ? session.getCreationTime() : Instant.ofEpochSecond(since);
        return new AccountView.OpenSession(
                handle(session.getId()),
                device == null ? "" : device,
                HanoiTime.timeAndDate(began),
                HanoiTime.timeAndDate(session.getLastAccessedTime()),
                current);
    }

    static String handle(String id) {
        var hash = AttemptStore.hash("session:" + id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    }
}
