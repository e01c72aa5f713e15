package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.motcua.TestPlatform;
import vn.motcua.rules.Routes.Route;

/// S1 for things: what is somebody else's, or another agency's, answers like what does not exist,
/// at every address that takes the name of a thing.
class ObjectsModuleTest {
    private static final String ELSEWHERE = "tiepnhan.badinh";

    private static TestPlatform platform;
    private static JdbcClient all;
    private static Routes routes;

    record Thing(
            UUID id,
            String code,
            @Nullable UUID slip,
            @Nullable UUID result,
            @Nullable UUID file) {}

    @BeforeAll
    static void start() {
        platform = TestPlatform.shared();
        all = JdbcClient.create(platform.database().superuserDataSource());
        routes = new Routes(platform.bean(RequestMappingHandlerMapping.class));
    }

    @Test
    void another_citizens_dossier_with_all_its_papers_is_not_there() {
        var owner = signedIn(TestPlatform.MOTHER);
        var other = signedIn(TestPlatform.BUSINESS_MAN);
        var things = things(TestPlatform.MOTHER);
        assertThat(things).isNotEmpty();
        assertThat(owner.get("/dossiers/" + things.getFirst().code()).statusCode()).isEqualTo(200);
        var wrong = new ArrayList<String>();
        for (var thing : things)
            at("/dossiers/{code}").forEach(route -> hidden(route, thing, other, wrong));
        for (var thing : things)
            at("/files/{file}").forEach(route -> hidden(route, thing, other, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void another_agencys_dossier_is_not_on_the_desk() {
        var here = signedIn(TestPlatform.RECEPTIONIST);
        var elsewhere = signedIn(ELSEWHERE);
        var things =
                all.sql(
                                """
                                select d.id, d.code,
                                       (select id from dossier.slip s where s.dossier_id = d.id limit 1) as slip,
                                       (select id from dossier.result r where r.dossier_id = d.id limit 1) as result,
                                       cast(null as uuid) as file
                                  from dossier.dossier d where d.agency = :agency order by d.id
                                 limit 3
                                """)
                        .param("agency", TestPlatform.WARD)
                        .query(Thing.class)
                        .list();
        assertThat(things).isNotEmpty();
        var own = here.get("/desk/dossiers/" + things.getFirst().id());
        var asks = own.headers().firstValue("Location").orElse("").contains("/purpose");
        assertThat(own.statusCode() == 200 || asks).as("there, or asked what for").isTrue();
        var wrong = new ArrayList<String>();
        for (var thing : things)
            at("/desk/dossiers/{id}").forEach(route -> hidden(route, thing, elsewhere, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void another_persons_draft_is_not_there() {
        var draft = UUID.randomUUID();
        var atCounter = UUID.randomUUID();
        draft(draft, "ONLINE", platform.account(TestPlatform.MOTHER).id(), null);
        draft(
                atCounter,
                "DIRECT",
                platform.account(TestPlatform.RECEPTIONIST).id(),
                TestPlatform.WARD);
        assertThat(signedIn(TestPlatform.MOTHER).get("/drafts/" + draft).statusCode())
                .isEqualTo(200);
        var wrong = new ArrayList<String>();
        var other = signedIn(TestPlatform.BUSINESS_MAN);
        at("/drafts/{id}")
                .forEach(
                        route ->
                                hidden(
                                        route,
                                        new Thing(draft, "", null, null, null),
                                        other,
                                        wrong));
        var elsewhere = signedIn(ELSEWHERE);
        Stream.concat(at("/desk/counter/{id}"), at("/desk/counter/{draft}"))
                .forEach(
                        route ->
                                hidden(
                                        route,
                                        new Thing(atCounter, "", null, null, null),
                                        elsewhere,
                                        wrong));
        assertThat(wrong).isEmpty();
    }

    private static void draft(UUID id, String channel, UUID by, String counter) {
        all.sql(
                        """
                        insert into form.draft (id, account, procedure_code, release_version, channel,
                                                answers, created_by, counter, created_at, updated_at,
                                                expires_at)
                        select :id, :account, procedure_code, version, :channel, '{}', :by, :counter,
                               now(), now(), now() + interval '30 days'
                          from procedure.release order by procedure_code limit 1
                        """)
                .param("id", id)
                .param("account", counter == null ? by : null, java.sql.Types.OTHER)
                .param("channel", channel)
                .param("by", by)
                .param("counter", counter, java.sql.Types.VARCHAR)
                .update();
    }

    private static List<Thing> things(String login) {
        return all.sql(
                        """
                        select d.id, d.code,
                               (select id from dossier.slip s where s.dossier_id = d.id limit 1) as slip,
                               (select id from dossier.result r where r.dossier_id = d.id limit 1) as result,
                               (select f.id from vault.file f
                                 where f.owner_account = d.filer_account limit 1) as file
                          from dossier.dossier d
                         where d.filer_account = :account
                         order by d.id limit 5
                        """)
                .param("account", platform.account(login).id())
                .query(Thing.class)
                .list();
    }

    private static Stream<Route> at(String prefix) {
        return routes.all().stream()
                .filter(
                        route ->
                                route.pattern().equals(prefix)
                                        || route.pattern().startsWith(prefix + "/"));
    }

    /// A form that lacks what it needs may be told so; it never changes or shows anything.
    private static void hidden(Route route, Thing thing, Visitor visitor, List<String> wrong) {
        var path = filled(route.pattern(), thing);
        boolean get = routes.gets().anyMatch(route::equals);
        int status =
                answer(
                        get ? visitor.get(path) : visitor.post(path, Map.of("version", "1")),
                        visitor);
        boolean lacking = !get && (status == 400 || status == 415);
        if (status != 404 && !lacking) wrong.add(route + " → " + status);
    }

    private static String named(@Nullable UUID id) {
        return String.valueOf(id == null ? UUID.randomUUID() : id);
    }

    /// Where a form leads counts, not that it leads somewhere.
    private static int answer(HttpResponse<String> answer, Visitor visitor) {
        return answer.statusCode() == 302
                ? visitor.get(
                                answer.headers()
                                        .firstValue("Location")
                                        .orElseThrow()
                                        .replace(platform.url(), ""))
                        .statusCode()
                : answer.statusCode();
    }

    private static String filled(String pattern, Thing thing) {
        return pattern.replace("{code}", thing.code())
                .replace("{id}", thing.id().toString())
                .replace("{draft}", thing.id().toString())
                .replace("{slip}", named(thing.slip()))
                .replace("{result}", named(thing.result()))
                .replace("{file}", named(thing.file()))
                .replace("{task}", named(null))
                .replace("{act}", "accept")
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1");
    }

    private static Visitor signedIn(String login) {
        return Visitor.signedIn(platform.url(), login, platform.password());
    }
}
