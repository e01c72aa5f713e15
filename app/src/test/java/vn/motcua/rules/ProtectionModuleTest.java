package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.identity.AccessTokens;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;

/// What the running platform answers to requests nobody means well, and how soon a right ends.
class ProtectionModuleTest {
    private static final int LIMIT = 2 * 1024 * 1024;
    private static final String DOSSIERS = "/api/v1/dossiers";

    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.shared();
    }

    /// Because reading a body nobody may send costs disk and time (S14).
    @Test
    void a_strangers_upload_is_refused_before_it_is_read() throws IOException {
        try (var socket = new Socket("127.0.0.1", platform.port())) {
            socket.setSoTimeout(10_000);
            var head =
                    """
                    POST /drafts/%s/q/x HTTP/1.1
                    Host: 127.0.0.1:%d
                    Content-Type: multipart/form-data; boundary=b
                    Content-Length: 40000000

                    """
                            .formatted(UUID.randomUUID(), platform.port())
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var first = new byte[12];
            assertThat(socket.getInputStream().readNBytes(first, 0, 12)).isEqualTo(12);
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 302");
        }
    }

    /// Because a document for the API is held in memory.
    @Test
    void a_document_too_long_for_the_api_is_refused() {
        var token = citizensToken();
        var spaces = new byte[LIMIT + 1];
        java.util.Arrays.fill(spaces, (byte) ' ');
        assertThat(send(token, BodyPublishers.ofByteArray(spaces)).statusCode()).isEqualTo(413);
        var unmeasured = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces));
        var answer = send(token, unmeasured);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:motcua:problem:too-big");
    }

    /// Because what the sender did wrong is not our failure.
    @Test
    void what_cannot_be_read_is_the_senders_mistake() {
        var token = citizensToken();
        assertThat(send(token, BodyPublishers.ofString("{")).statusCode()).isEqualTo(400);
        assertThat(send(token, BodyPublishers.ofString("[1]")).statusCode()).isEqualTo(400);
        var citizen = Visitor.signedIn(platform.url(), TestPlatform.MOTHER, platform.password());
        assertThat(citizen.get("/drafts/no-id").statusCode()).isBetween(400, 404);
        assertThat(citizen.get("/files/no-id").statusCode()).isBetween(400, 404);
        var language = citizen.get("/language?to=en&next=/%7Ba%7D");
        assertThat(language.statusCode()).isEqualTo(302);
        assertThat(language.headers().firstValue("Location").orElse("")).doesNotContain("{");
        assertThat(new Visitor(platform.url()).get("/sign-in?to=/%7Ba%7D").statusCode())
                .isEqualTo(200);
    }

    /// Because a program tells problems apart by their type, whoever reports them.
    @Test
    void problems_of_the_api_have_one_form_of_type() {
        var stranger = send("mc_" + "a".repeat(43), BodyPublishers.ofString("{}"));
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).contains("\"urn:motcua:problem:identity.not-signed-in\"");
        var missing = new Visitor(platform.url()).get("/api/v1/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("\"urn:motcua:problem:identity.not-found\"");
    }

    /// Because a session must not outlive the position it speaks for (S7).
    @Test
    void when_a_position_ends_its_sessions_and_tokens_end_at_once() {
        var login = "can.bo." + UUID.randomUUID().toString().substring(0, 8);
        var account = officer(login);
        var officer = Visitor.signedIn(platform.url(), login, platform.password());
        var token = token(account, Role.OFFICER, TestPlatform.WARD);
        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
        assertThat(status(token)).isNotEqualTo(401);
        platform.asSystem(
                () -> {
                    platform.bean(Staff.class)
                            .relieve(account, TestPlatform.WARD, PositionKind.RECEPTIONIST);
                    return account;
                });
        assertThat(officer.get("/desk").statusCode()).isEqualTo(302);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void when_a_password_changes_or_an_account_closes_its_tokens_end_at_once() {
        var login = "can.bo." + UUID.randomUUID().toString().substring(0, 8);
        var account = officer(login);
        var accounts = platform.bean(Accounts.class);
        var first = token(account, Role.OFFICER, TestPlatform.WARD);
        assertThat(status(first)).isNotEqualTo(401);
        platform.asSystem(
                () -> {
                    accounts.changePassword(account, "mot-mat-khau-khac-han");
                    return account;
                });
        assertThat(status(first)).isEqualTo(401);
        var second = token(account, Role.OFFICER, TestPlatform.WARD);
        assertThat(status(second)).isNotEqualTo(401);
        platform.asSystem(
                () -> {
                    accounts.disable(account);
                    return account;
                });
        assertThat(status(second)).isEqualTo(401);
    }

    private static UUID officer(String login) {
        return platform.asSystem(
                () -> {
                    var account =
                            platform.bean(Accounts.class)
                                    .register(
                                            NewAccount.officer(
                                                    login, "Trần Văn Thử", platform.password()));
                    platform.bean(Staff.class)
                            .appoint(
                                    new StaffMember(
                                            account,
                                            "Trần Văn Thử",
                                            TestPlatform.WARD,
                                            "mot-cua",
                                            PositionKind.RECEPTIONIST,
                                            LocalText.of("Cán bộ", "Officer")));
                    return account;
                });
    }

    private static String citizensToken() {
        return token(platform.account(TestPlatform.MOTHER).id(), Role.CITIZEN, null);
    }

    private static String token(UUID account, Role role, String agency) {
        return platform.asSystem(
                () ->
                        platform.bean(AccessTokens.class)
                                .issue(account, role, agency, "test", Duration.ofHours(1)));
    }

    private static int status(String token) {
        return send(token, BodyPublishers.ofString("{}")).statusCode();
    }

    private static HttpResponse<String> send(String token, HttpRequest.BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(platform.url() + DOSSIERS))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }
}
