package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.organization.PositionKind;

/// Keeps the caller in the session as one short text, so that old and new versions of the
/// program read each other's sessions. A session begins at sign-in, never before (S7).
@Component
class SessionCallers implements SecurityContextRepository {
    static final Duration CITIZEN_IDLE = Duration.ofMinutes(30);
    static final Duration OFFICER_IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);

    static final String CALLER = "motcua.caller";
    static final String SINCE = "motcua.since";
    static final String DEVICE = "motcua.device";

    private final Clock clock;

    SessionCallers(Clock clock) {
        this.clock = clock;
    }

    /// Begins a session under a new id; whatever was there before is gone.
    void open(HttpServletRequest request, Caller caller) {
        close(request);
        var session = request.getSession(true);
        session.setAttribute(SINCE, clock.instant().getEpochSecond());
        session.setAttribute(DEVICE, Device.of(request.getHeader("User-Agent")).text());
        put(session, caller);
    }

    /// Goes on in another capacity, under a new id; the longest life still counts from sign-in.
    void change(HttpServletRequest request, Caller caller) {
        var session = request.getSession(false);
        if (session == null) throw new IllegalStateException("no session to change");
        request.changeSessionId();
        put(session, caller);
    }

    void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    private static void put(HttpSession session, Caller caller) {
        var idle = caller.is(Role.CITIZEN) ? CITIZEN_IDLE : OFFICER_IDLE;
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(CALLER, text(caller));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                String.valueOf(caller.account()));
    }

    private Optional<Caller> read(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return Optional.empty();
        if (!(session.getAttribute(SINCE) instanceof Long since)
                || !(session.getAttribute(CALLER) instanceof String text)) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(since).plus(LONGEST))) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(caller(text));
    }

    static String text(Caller caller) {
        var duties = new StringBuilder();
        for (var duty : caller.duties()) {
            duties.append(duties.isEmpty() ? "" : ",").append(duty.position()).append(':');
            duties.append(duty.unit());
        }
        return String.join(
                "\n",
                caller.role().name(),
                String.valueOf(caller.account()),
                caller.agency() == null ? "" : caller.agency(),
                duties,
                caller.name());
    }

    static Caller caller(String text) {
        var parts = text.split("\n", 5);
        return new Caller(
                Role.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                UUID.fromString(parts[1]),
                parts[2].isEmpty() ? null : parts[2],
                parts[4],
                duties(parts[3]));
    }

    private static Set<Caller.Duty> duties(String text) {
        var duties = new LinkedHashSet<Caller.Duty>();
        for (var duty : text.split(",")) {
            int colon = duty.indexOf(':');
            if (colon < 0) continue;
            var position = PositionKind.valueOf(duty.substring(0, colon));
            duties.add(new Caller.Duty(position, duty.substring(colon + 1)));
        }
        return duties;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                var loaded = context;
                if (loaded == null) {
                    loaded = SecurityContextHolder.createEmptyContext();
                    var caller = read(request);
                    if (caller.isPresent()) {
                        loaded.setAuthentication(new CallerAuthentication(caller.get()));
                    }
                    context = loaded;
                }
                return loaded;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /// Only [#open], [#change] and [#close] touch the session.
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return read(request).isPresent();
    }
}
