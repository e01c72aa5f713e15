package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// What all rooms together declare about their paths (S1).
@Component
class AccessTable {
    /// @param open everybody may
    /// @param roles who else may
    record Rule(PathPattern pattern, boolean open, Set<Role> roles) {
        boolean allows(Caller caller) {
            return open || caller.signedIn() && roles.contains(caller.role());
        }
    }

    private static final Set<Role> SIGNED_IN =
            EnumSet.of(Role.CITIZEN, Role.OFFICER, Role.LEADER, Role.OPERATOR);

    private final List<Rule> rules;

    AccessTable(List<AccessRules> rooms) {
        var collected = new Collected();
        rooms.forEach(room -> room.rules(collected));
        rules = List.copyOf(collected.byPattern.values());
    }

    List<Rule> rules() {
        return rules;
    }

    /// The most specific rule for the path, read exactly as the controllers' mappings read it.
    Optional<Rule> rule(HttpServletRequest request) {
        return rule(path(request));
    }

    Optional<Rule> rule(String path) {
        return rule(PathContainer.parsePath(path));
    }

    private Optional<Rule> rule(PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.pattern().matches(path))
                .min(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private static PathContainer path(HttpServletRequest request) {
        var parsed =
                ServletRequestPathUtils.hasParsedRequestPath(request)
                        ? ServletRequestPathUtils.getParsedRequestPath(request)
                        : RequestPath.parse(request.getRequestURI(), request.getContextPath());
        return parsed.pathWithinApplication();
    }

    private static final class Collected implements AccessRegistry {
        private final Map<String, Rule> byPattern = new TreeMap<>();

        @Override
        public AccessRegistry open(String... patterns) {
            for (var pattern : patterns) add(pattern, true, Set.of());
            return this;
        }

        @Override
        public AccessRegistry signedIn(String... patterns) {
            for (var pattern : patterns) add(pattern, false, SIGNED_IN);
            return this;
        }

        @Override
        public AccessRegistry role(String pattern, Role... roles) {
            if (roles.length == 0) throw new IllegalArgumentException("nobody may: " + pattern);
            add(pattern, false, Set.of(roles));
            return this;
        }

        private void add(String text, boolean open, Set<Role> roles) {
            if (!text.startsWith("/") || text.equals("/**")) {
                throw new IllegalArgumentException("not a pattern of one room: " + text);
            }
            var rule = new Rule(PathPatternParser.defaultInstance.parse(text), open, roles);
            var before = byPattern.putIfAbsent(text, rule);
            if (before != null && (before.open() != open || !before.roles().equals(roles))) {
                throw new IllegalArgumentException("declared twice, differently: " + text);
            }
        }
    }
}
