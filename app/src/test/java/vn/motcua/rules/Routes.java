package vn.motcua.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;
import vn.motcua.identity.Role;

/// Every address a controller answers, and what the rooms declare about it.
final class Routes {
    /// @param pattern as the controller names it
    /// @param path one address of it, about nothing that exists
    record Route(RequestMethod method, String pattern, String path) {
        boolean api() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /// @param roles empty when everybody may
    record Rule(PathPattern pattern, boolean open, Set<Role> roles) {}

    private static final String NOBODYS = "0198f000-0000-7000-8000-000000000000";

    private final List<Route> all = new ArrayList<>();
    private final Map<String, Rule> rules = new HashMap<>();

    Routes(RequestMappingHandlerMapping mapping) {
        ListableBeanFactory beans = mapping.getApplicationContext();
        if (beans == null) throw new IllegalStateException("no context");
        beans.getBeansOfType(AccessRules.class)
                .values()
                .forEach(room -> room.rules(new Collected()));
        mapping.getHandlerMethods()
                .keySet()
                .forEach(
                        info -> {
                            var methods = info.getMethodsCondition().getMethods();
                            for (var pattern : info.getPatternValues()) {
                                var several =
                                        methods.isEmpty()
                                                ? Set.of(RequestMethod.GET, RequestMethod.POST)
                                                : methods;
                                for (var method : several)
                                    all.add(new Route(method, pattern, filled(pattern)));
                            }
                        });
        all.sort(Comparator.comparing(Route::toString));
    }

    List<Route> all() {
        return all;
    }

    Stream<Route> gets() {
        return all.stream().filter(route -> route.method() == RequestMethod.GET);
    }

    Stream<Route> changes() {
        return all.stream().filter(route -> route.method() != RequestMethod.GET);
    }

    /// The most specific declaration counts.
    Optional<Rule> rule(Route route) {
        var path = PathContainer.parsePath(route.path());
        return rules.values().stream()
                .filter(rule -> rule.pattern().matches(path))
                .min(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    boolean open(Route route) {
        return rule(route).filter(Rule::open).isPresent();
    }

    boolean closedTo(Route route, Role role) {
        return rule(route).filter(rule -> !rule.open() && !rule.roles().contains(role)).isPresent();
    }

    boolean openedTo(Route route, Role role) {
        return rule(route).filter(rule -> !rule.open() && rule.roles().contains(role)).isPresent();
    }

    /// Variables become an id of nobody's; one that has a shape of its own gets that shape.
    private static String filled(String pattern) {
        return pattern.replaceAll("\\{\\*\\w+}|\\*\\*|\\*", "x")
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", NOBODYS);
    }

    private final class Collected implements AccessRegistry {
        @Override
        public AccessRegistry open(String... patterns) {
            for (var pattern : patterns) put(pattern, true, Set.of());
            return this;
        }

        @Override
        public AccessRegistry signedIn(String... patterns) {
            for (var pattern : patterns)
                put(pattern, false, Set.of(Role.CITIZEN, Role.OFFICER, Role.LEADER, Role.OPERATOR));
            return this;
        }

        @Override
        public AccessRegistry role(String pattern, Role... roles) {
            put(pattern, false, Set.of(roles));
            return this;
        }

        private void put(String text, boolean open, Set<Role> roles) {
            rules.put(text, new Rule(PathPatternParser.defaultInstance.parse(text), open, roles));
        }
    }
}
