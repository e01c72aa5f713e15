package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.motcua.TestPlatform;
import vn.motcua.identity.Role;
import vn.motcua.rules.Routes.Route;

/// The first lock: every address of the running platform, for everybody who may knock (S1, S8, S9).
class RoutesModuleTest {
    private static Routes routes;
    private static Visitor stranger;
    private static Visitor citizen;
    private static Visitor officer;
    private static Visitor leader;
    private static Visitor operator;

    @BeforeAll
    static void start() {
        var platform = TestPlatform.shared();
        routes = new Routes(platform.bean(RequestMappingHandlerMapping.class));
        stranger = new Visitor(platform.url());
        citizen = Visitor.signedIn(platform.url(), TestPlatform.MOTHER, platform.password());
        officer = Visitor.signedIn(platform.url(), TestPlatform.CASE_OFFICER, platform.password());
        leader =
                Visitor.signedIn(
                        platform.url(), TestPlatform.PROVINCIAL_LEADER, platform.password());
        operator = Visitor.signedIn(platform.url(), TestPlatform.OPERATOR, platform.password());
    }

    /// Because an address nobody declared was opened by nobody's decision.
    @Test
    void every_address_a_controller_answers_is_declared_by_its_room() {
        assertThat(routes.all()).hasSizeGreaterThan(20);
        assertThat(routes.all().stream().filter(route -> routes.rule(route).isEmpty()).toList())
                .isEmpty();
    }

    /// Because what is closed must not even say whether it is there.
    @Test
    void a_stranger_is_sent_to_sign_in_wherever_the_door_is_not_open() {
        var wrong = new ArrayList<String>();
        routes.gets()
                .forEach(
                        route -> {
                            var answer = stranger.get(route.path());
                            boolean signIn = route.pattern().startsWith("/sign-in");
                            if (!signIn && routes.open(route) == refused(answer))
                                wrong.add(told(route, answer));
                        });
        routes.changes()
                .filter(route -> !routes.open(route) && !route.api())
                .forEach(
                        route -> {
                            var answer = stranger.post(route.path(), Map.of());
                            if (!refused(answer)) wrong.add(told(route, answer));
                        });
        assertThat(wrong).isEmpty();
    }

    /// Because a hidden thing answers like a missing one.
    @Test
    void everybody_finds_nothing_where_others_work() {
        var wrong = new ArrayList<String>();
        missing(citizen, Role.CITIZEN).forEach(wrong::add);
        missing(officer, Role.OFFICER).forEach(wrong::add);
        missing(leader, Role.LEADER).forEach(wrong::add);
        missing(operator, Role.OPERATOR).forEach(wrong::add);
        assertThat(wrong).isEmpty();
    }

    /// Because a closed door is no use to whoever has the key.
    @Test
    void nobody_is_sent_to_sign_in_again_where_their_role_is_let_in() {
        var wrong = new ArrayList<String>();
        let(citizen, Role.CITIZEN).forEach(wrong::add);
        let(officer, Role.OFFICER).forEach(wrong::add);
        let(leader, Role.LEADER).forEach(wrong::add);
        let(operator, Role.OPERATOR).forEach(wrong::add);
        assertThat(wrong).isEmpty();
    }

    private static Stream<String> let(Visitor visitor, Role role) {
        return routes.gets()
                .filter(route -> !route.api() && routes.openedTo(route, role))
                .flatMap(
                        route -> {
                            var answer = visitor.get(route.path());
                            return refused(answer) || answer.statusCode() >= 500
                                    ? Stream.of(role + " " + told(route, answer))
                                    : Stream.empty();
                        });
    }

    /// Because another site's page can send a form too (S9).
    @Test
    void no_form_is_taken_without_its_token() {
        var wrong = new ArrayList<String>();
        routes.changes()
                .filter(route -> !route.api() && !route.pattern().equals("/error"))
                .forEach(
                        route -> {
                            for (var visitor : List.of(stranger, citizen, officer)) {
                                var answer = visitor.postWithoutToken(route.path(), Map.of());
                                if (answer.statusCode() != 403) wrong.add(told(route, answer));
                            }
                        });
        assertThat(wrong).isEmpty();
    }

    /// Because looking must change nothing: a link can be followed by a machine (S9).
    @Test
    void nothing_is_changed_by_methods_other_than_post() {
        assertThat(
                        routes.changes()
                                .filter(route -> !route.api())
                                .filter(
                                        route ->
                                                route.method()
                                                        != org.springframework.web.bind.annotation
                                                                .RequestMethod.POST)
                                .toList())
                .isEmpty();
    }

    /// Because the browser keeps the rules it is told (S8).
    @Test
    void every_answer_tells_the_browser_what_it_may_do() {
        var wrong = new ArrayList<String>();
        var answers = new ArrayList<HttpResponse<String>>();
        routes.gets()
                .forEach(
                        route -> {
                            answers.add(stranger.get(route.path()));
                            if (routes.openedTo(route, Role.CITIZEN))
                                answers.add(citizen.get(route.path()));
                            if (routes.openedTo(route, Role.OFFICER))
                                answers.add(officer.get(route.path()));
                        });
        answers.add(stranger.get("/nowhere"));
        answers.add(stranger.get("/api/v1/nowhere"));
        for (var answer : answers) {
            var policy = header(answer, "Content-Security-Policy");
            boolean strict =
                    policy.contains("default-src 'self'")
                            && policy.contains("frame-ancestors 'none'")
                            && policy.contains("base-uri")
                            && policy.contains("form-action")
                            && !policy.contains("unsafe")
                            && header(answer, "X-Content-Type-Options").equals("nosniff")
                            && List.of("same-origin", "no-referrer", "strict-origin")
                                    .contains(header(answer, "Referrer-Policy"));
            if (!strict)
                wrong.add(answer.uri() + " " + answer.statusCode() + " " + answer.headers().map());
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a page that says nothing about anybody needs no memory of its reader (S7).
    @Test
    void an_open_page_begins_no_session() {
        var wrong = new ArrayList<String>();
        routes.gets()
                .filter(routes::open)
                .forEach(
                        route -> {
                            var newcomer = new Visitor(TestPlatform.shared().url());
                            for (var cookie :
                                    newcomer.get(route.path()).headers().allValues("Set-Cookie"))
                                if (cookie.contains("session")) wrong.add(route + " " + cookie);
                        });
        assertThat(wrong).isEmpty();
    }

    /// Because the next person at the same computer presses "back" (S8).
    @Test
    void a_page_about_somebody_is_kept_by_no_browser() {
        var wrong = new ArrayList<String>();
        routes.gets()
                .forEach(
                        route -> {
                            if (routes.openedTo(route, Role.CITIZEN))
                                keeps(route, citizen).forEach(wrong::add);
                            if (routes.openedTo(route, Role.OFFICER))
                                keeps(route, officer).forEach(wrong::add);
                        });
        assertThat(wrong).isEmpty();
    }

    /// Because an address about nothing is a mistake of the reader's, not of ours.
    @Test
    void an_address_about_nothing_breaks_nothing() {
        var wrong = new ArrayList<String>();
        routes.gets()
                .filter(route -> !route.pattern().equals("/error"))
                .forEach(
                        route -> {
                            for (var visitor : List.of(stranger, citizen, officer)) {
                                var answer = visitor.get(route.path());
                                if (answer.statusCode() >= 500) wrong.add(told(route, answer));
                            }
                        });
        assertThat(wrong).isEmpty();
    }

    private static List<String> missing(Visitor visitor, Role role) {
        var wrong = new ArrayList<String>();
        var closed =
                routes.all().stream()
                        .filter(route -> !route.api() && routes.closedTo(route, role))
                        .toList();
        assertThat(closed).isNotEmpty();
        for (var route : closed) {
            boolean get = routes.gets().anyMatch(route::equals);
            var answer = get ? visitor.get(route.path()) : visitor.post(route.path(), Map.of());
            if (answer.statusCode() != 404) wrong.add(role + " " + told(route, answer));
        }
        return wrong;
    }

    private static Stream<String> keeps(Route route, Visitor visitor) {
        var answer = visitor.get(route.path());
        return header(answer, "Cache-Control").contains("no-store")
                ? Stream.empty()
                : Stream.of(told(route, answer));
    }

    private static boolean refused(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 302 && header(answer, "Location").contains("/sign-in");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String told(Route route, HttpResponse<String> answer) {
        return route
                + " → "
                + answer.statusCode()
                + " "
                + header(answer, "Location")
                + header(answer, "Cache-Control");
    }
}
