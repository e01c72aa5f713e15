package vn.motcua.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.identity.AccessTokens;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

/// S1, S7, S8, S9, S10, U5 over real HTTP.
class SignInModuleTest {
    private static final String PASSWORD = "con mèo nằm trên mái";
    private static final AtomicInteger SERIAL = new AtomicInteger(100_000);

    private final ConfigurableApplicationContext running = IdentityTestApplication.running();
    private final Browser browser = new Browser(running);
    private final Asking asking = running.getBean(Asking.class);
    private final Accounts accounts = running.getBean(Accounts.class);
    private final IdentityTestApplication.MovableClock clock =
            running.getBean(IdentityTestApplication.MovableClock.class);
    private final JdbcClient owner =
            JdbcClient.create(running.getBean(TestDatabase.class).ownerDataSource());

    @BeforeEach
    void forget_failures_of_other_tests() {
        owner.sql("delete from identity.sign_in_attempt").update();
    }

    @Test
    void a_visitor_gets_no_session() {
        var page = browser.get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Đăng nhập</h1>");
        assertThat(browser.get("/open").body()).isEqualTo("here");
        assertThat(browser.session()).isNull();
    }

    @Test
    void signing_in_leads_back_to_the_page_asked_for() {
        var id = citizen();
        var sent = browser.get("/dossiers?page=2");
        assertThat(location(sent)).isEqualTo("/sign-in?to=%2Fdossiers%3Fpage%3D2");
        var in =
                browser.post(
                        "/sign-in",
                        Map.of("login", id, "password", PASSWORD, "to", "/dossiers?page=2"));
        assertThat(location(in)).isEqualTo("/dossiers?page=2");
        assertThat(browser.get("/dossiers?page=2").body()).isEqualTo("here");
    }

    @Test
    void signing_in_never_leads_to_another_site() {
        var id = citizen();
        for (var bad :
                new String[] {"//evil.example/", "https://evil.example", "/\\evil.example"}) {
            var in =
                    new Browser(running)
                            .post("/sign-in", Map.of("login", id, "password", PASSWORD, "to", bad));
            assertThat(location(in)).isEqualTo("/dossiers");
        }
    }

    @Test
    void a_planted_session_id_is_never_taken_over() {
        var id = citizen();
        browser.cookies.put("motcua-session", "cGxhbnRlZA==");
        browser.signIn(id, PASSWORD);
        var first = browser.session();
        assertThat(first).isNotNull().isNotEqualTo("cGxhbnRlZA==");
        browser.cookies.remove("motcua-session");
        browser.signIn(id, PASSWORD);
        assertThat(browser.session()).isNotEqualTo(first);
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        var in = browser.signIn(citizen(), PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("motcua-session=")
                                        .contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void what_one_may_not_see_answers_like_what_does_not_exist() {
        assertThat(browser.get("/hidden").statusCode()).isEqualTo(404);
        assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(location(browser.get("/desk"))).startsWith("/sign-in?to=");
        browser.signIn(citizen(), PASSWORD);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(404);
        assertThat(browser.get("/hidden").statusCode()).isEqualTo(404);
        assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_from_another_site_is_refused_even_with_a_token() {
        var token = browser.token();
        var fields = Map.of("_csrf", token);
        assertThat(code("/open", fields, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(code("/open", fields, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(code("/open", fields, "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(code("/open", fields, "Origin", "null")).isEqualTo(403);
        assertThat(code("/open", fields, "Origin", browser.site())).isEqualTo(200);
        assertThat(code("/open", fields, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        browser.get("/sign-in");
        assertThat(code("/open", Map.of())).isEqualTo(403);
        assertThat(code("/open", Map.of("_csrf", "guess"))).isEqualTo(403);
        assertThat(code("/open", Map.of("_csrf", browser.token()))).isEqualTo(200);
    }

    @Test
    void faults_keep_what_was_typed_but_never_the_password() {
        var page = browser.signIn("079199000123", "sai mat khau roi");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"079199000123\"", "href=\"#login\"", "aria-invalid=\"true\"")
                .doesNotContain("sai mat khau roi");
        assertThat(browser.signIn("", "").body())
                .contains("Nhập số định danh hoặc tên đăng nhập", "Nhập mật khẩu");
    }

    @Test
    void guessing_slows_down_also_for_whoever_guesses_right_at_last() {
        var id = citizen();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(id, "guess number " + i).statusCode()).isEqualTo(422);
        }
        var refused = browser.signIn(id, PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 16);
        assertThat(refused.body()).contains("Thử lại từ");
        clock.forward(Duration.ofSeconds(20));
        assertThat(location(browser.signIn(id, PASSWORD))).isEqualTo("/dossiers");
    }

    @Test
    void an_unknown_account_is_slowed_down_alike_and_told_the_same() {
        var unknown = "0010750" + SERIAL.incrementAndGet() % 100_000;
        var known = citizen();
        for (int i = 0; i < 5; i++) {
            var one = browser.signIn(unknown, "guess number " + i);
            var other = browser.signIn(known, "guess number " + i);
            assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(422);
        }
        assertThat(browser.signIn(unknown, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(browser.signIn(known, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_back_to_the_page_that_held_it() {
        var token = browser.token();
        var sent =
                browser.postWithoutToken(
                        "/dossiers",
                        Map.of("_csrf", token),
                        "Referer",
                        browser.site() + "/dossiers?step=3");
        assertThat(location(sent)).isEqualTo("/sign-in?to=%2Fdossiers%3Fstep%3D3&expired=1");
        assertThat(browser.get(location(sent)).body()).contains("Phiên làm việc đã kết thúc");
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        browser.signIn(citizen(), PASSWORD);
        clock.forward(Duration.ofHours(11));
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofHours(1));
        assertThat(location(browser.get("/dossiers"))).startsWith("/sign-in?to=%2Fdossiers");
    }

    @Test
    void citizens_may_idle_half_an_hour_and_officers_a_quarter() {
        browser.signIn(citizen(), PASSWORD);
        assertThat(idle(browser)).isEqualTo(1800);
        var officer = new Browser(running);
        officer.signIn(officer(PositionKind.CASE_OFFICER), PASSWORD);
        assertThat(idle(officer)).isEqualTo(900);
    }

    @Test
    void closing_an_account_ends_its_sessions_at_once() {
        var id = citizen();
        browser.signIn(id, PASSWORD);
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
        asking.run(
                Caller.system(), () -> accounts.disable(accounts.byLogin(id).orElseThrow().id()));
        assertThat(location(browser.get("/dossiers"))).startsWith("/sign-in");
        assertThat(browser.signIn(id, PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        browser.signIn(citizen(), PASSWORD);
        var stolen = browser.session();
        assertThat(location(browser.post("/sign-out", Map.of()))).isEqualTo("/");
        browser.cookies.put("motcua-session", stolen == null ? "" : stolen);
        assertThat(location(browser.get("/dossiers"))).startsWith("/sign-in");
    }

    @Test
    void an_officer_with_several_positions_chooses_one_before_anything_opens() {
        var login = officer(PositionKind.RECEPTIONIST, PositionKind.OPERATOR);
        assertThat(location(browser.signIn(login, PASSWORD))).isEqualTo("/sign-in/position");
        assertThat(location(browser.get("/desk"))).isEqualTo("/sign-in/position?to=%2Fdesk");
        var page = browser.get("/sign-in/position");
        assertThat(page.body()).contains("UBND phường Bến Thành", "Cán bộ một cửa", "Quản trị");
        var before = browser.session();
        var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var none = browser.postWithoutToken("/sign-in/position", Map.of("_csrf", token));
        assertThat(none.statusCode()).isEqualTo(422);
        var chosen =
                browser.postWithoutToken(
                        "/sign-in/position",
                        Map.of("_csrf", token, "position", "officer@H29.101", "to", "/desk"));
        assertThat(location(chosen)).isEqualTo("/desk");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void an_officer_without_a_position_is_not_let_in() {
        assertThat(browser.signIn(officer(), PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void a_person_sees_where_they_are_signed_in_and_ends_a_session_elsewhere() {
        var id = citizen();
        var elsewhere = new Browser(running);
        elsewhere.signIn(id, PASSWORD);
        browser.signIn(id, PASSWORD);
        var page = browser.get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(id, "Phiên này", "Kết thúc").doesNotContain(PASSWORD);
        var handle = page.body().replaceAll("(?s).*/account/sessions/([^/]{22})/end.*", "$1");
        assertThat(location(browser.post("/account/sessions/" + handle + "/end", Map.of())))
                .isEqualTo("/account?done=session");
        assertThat(location(elsewhere.get("/dossiers"))).startsWith("/sign-in");
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
        var id = citizen();
        var elsewhere = new Browser(running);
        elsewhere.signIn(id, PASSWORD);
        browser.signIn(id, PASSWORD);
        var wrong =
                browser.post(
                        "/account/password",
                        Map.of("current-password", "không phải", "new-password", "matkhau123"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mật khẩu hiện nay chưa đúng", "nhiều người dùng");
        var next = "mưa rơi trên phố cũ";
        var done =
                browser.post(
                        "/account/password",
                        Map.of("current-password", PASSWORD, "new-password", next));
        assertThat(location(done)).isEqualTo("/account?done=password");
        assertThat(location(elsewhere.get("/dossiers"))).startsWith("/sign-in");
        assertThat(location(new Browser(running).signIn(id, next))).isEqualTo("/dossiers");
    }

    @Test
    void programs_come_with_a_token_and_are_answered_with_problems() {
        var none = browser.get("/api/v1/mine");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(none.body()).contains("\"status\":401", "identity.not-signed-in");
        assertThat(browser.get("/api/v1/hidden").statusCode()).isEqualTo(404);
        var token = token(citizen());
        assertThat(browser.get("/api/v1/mine", "Authorization", "Bearer " + token).body())
                .isEqualTo("here");
        assertThat(browser.get("/api/v1/desk", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/v1/open", "Authorization", "Bearer mc_x").statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/api/v1/open").statusCode()).isEqualTo(200);
        assertThat(browser.session()).isNull();
    }

    @Test
    void a_session_opens_no_door_for_programs() {
        browser.signIn(citizen(), PASSWORD);
        assertThat(browser.get("/api/v1/mine").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_revoked_on_another_node_dies_within_a_minute() {
        var token = token(citizen());
        assertThat(mine(token)).isEqualTo(200);
        owner.sql("update identity.access_token set revoked_at = now()").update();
        clock.forward(Duration.ofSeconds(60));
        assertThat(mine(token)).isEqualTo(401);
    }

    @Test
    void only_the_hash_of_a_token_is_kept() {
        var token = token(citizen());
        var rows =
                owner.sql("select t::text from identity.access_token t").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    }

    @Test
    void pages_tell_the_browser_to_be_careful() {
        var headers = browser.get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control")).contains("private, no-cache");
        browser.signIn(citizen(), PASSWORD);
        var personal = browser.get("/dossiers").headers();
        assertThat(personal.firstValue("Cache-Control")).contains("no-store");
    }

    private int code(String path, Map<String, String> fields, String... headers) {
        return browser.postWithoutToken(path, fields, headers).statusCode();
    }

    private int mine(String token) {
        return browser.get("/api/v1/mine", "Authorization", "Bearer " + token).statusCode();
    }

    private String token(String login) {
        return asking.as(
                Caller.system(),
                () ->
                        running.getBean(AccessTokens.class)
                                .issue(
                                        accounts.byLogin(login).orElseThrow().id(),
                                        Role.CITIZEN,
                                        null,
                                        "thử",
                                        Duration.ofDays(30)));
    }

    private int idle(Browser who) {
        var cookie = who.session();
        var id = new String(java.util.Base64.getDecoder().decode(cookie == null ? "" : cookie));
        return owner.sql(
                        "select max_inactive_interval from identity.session where session_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private String citizen() {
        var id = new PersonalId("001075" + SERIAL.incrementAndGet());
        asking.run(
                Caller.system(),
                () -> accounts.register(NewAccount.citizen(id, "Trần Văn Mẫu", PASSWORD)));
        return id.value();
    }

    private String officer(PositionKind... positions) {
        var login = "canbo." + SERIAL.incrementAndGet();
        UUID id =
                asking.as(
                        Caller.system(),
                        () -> accounts.register(NewAccount.officer(login, "Lê Thị Mẫu", PASSWORD)));
        for (var position : positions) {
            running.getBean(Staff.class)
                    .appoint(
                            new StaffMember(
                                    id,
                                    "Lê Thị Mẫu",
                                    "H29.101",
                                    "ho-tich",
                                    position,
                                    LocalText.of("Công chức")));
        }
        return login;
    }

    /// Where a redirect leads, within our site.
    private String location(HttpResponse<String> response) {
        var to = response.headers().firstValue("Location");
        assertThat(to).describedAs("status %s", response.statusCode()).isPresent();
        return to.orElseThrow().replace(browser.site(), "");
    }
}
