package vn.motcua.register.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.StartRefused;
import vn.motcua.procedure.FaultSink;
import vn.motcua.register.Asked;
import vn.motcua.register.Neighbours;
import vn.motcua.register.Question;
import vn.motcua.register.Register;
import vn.motcua.register.Trouble;

/// Real HTTP to the played registers, and what is made of what they send.
class AskingARegisterTest {
    private static final String GRANDFATHER = "079048000101";
    private static final UUID REQUEST = UUID.fromString("0199b2f0-0000-7000-8000-000000000001");

    private final HttpCaller http = new HttpCaller();

    @AfterEach
    void mend() {
        Neighbours.open().turn("population", "ok");
    }

    @Test
    void a_person_it_knows_is_told_in_the_types_announced_and_nothing_more() {
        assertThat(ask(GRANDFATHER))
                .isEqualTo(
                        new Reply.Found(
                                Map.of(
                                        "fullName", "Nguyễn Văn Thìn",
                                        "birthDate", "1948-02-10",
                                        "sex", "male",
                                        "commune", "26743",
                                        "residence",
                                                "25 đường Lê Lai, phường Bến Thành, Thành phố Hồ Chí Minh")));
        assertThat(ask("079048999999")).isEqualTo(new Reply.NotFound());
    }

    @Test
    void each_kind_of_trouble_has_its_name() {
        var fast = Duration.ofMillis(900);
        assertThat(after("down")).isEqualTo(Trouble.UNREACHABLE);
        assertThat(after("refused")).isEqualTo(Trouble.REFUSED);
        assertThat(after("elsewhere"))
                .as("nobody is followed elsewhere")
                .isEqualTo(Trouble.REFUSED);
        assertThat(after("garbled")).isEqualTo(Trouble.GARBLED);
        assertThat(after("stranger")).as("another question's answer").isEqualTo(Trouble.GARBLED);
        assertThat(after("endless")).as("more than it may send").isEqualTo(Trouble.GARBLED);
        assertThat(after("slow&millis=3000", fast)).isEqualTo(Trouble.TIMED_OUT);
        assertThat(after("drip", fast)).as("drop by drop").isEqualTo(Trouble.TIMED_OUT);
        var nobody = new Connections.Connection(URI.create("http://127.0.0.1:9"), null);
        assertThat(http.ask(register(), nobody, asked(GRANDFATHER)))
                .isEqualTo(new Reply.Failed(Trouble.UNREACHABLE));
        var unknown = new Connections.Connection(Neighbours.open().of("population"), null);
        assertThat(http.ask(register(), unknown, asked(GRANDFATHER)))
                .as("without its credential")
                .isEqualTo(new Reply.Failed(Trouble.REFUSED));
    }

    @Test
    void knocking_asks_about_nobody() {
        var before = Neighbours.open().told("population");
        assertThat(http.knock(register(), connection())).isEmpty();
        assertThat(Neighbours.open().told("population")).isEqualTo(before);
        Neighbours.open().turn("population", "down");
        assertThat(http.knock(register(), connection())).contains(Trouble.UNREACHABLE);
    }

    @Test
    void an_address_is_encrypted_or_on_this_machine_and_a_credential_is_never_seen() {
        assertThat(new Secret("4711").toString()).doesNotContain("4711");
        assertThat(new Connections.Connection(URI.create("https://a.vn"), new Secret("4711")))
                .asString()
                .doesNotContain("4711");
        assertThat(connected("https://csdl.example.vn/person", "4711")).isPresent();
        assertThat(connected("http://127.0.0.1:9090/person", null)).isPresent();
        assertThat(connected("", "4711")).isEmpty();
        for (var bad :
                new String[] {
                    "http://csdl.example.vn/",
                    "https://me:4711@csdl.example.vn/",
                    "file:///x",
                    "not"
                })
            assertThatThrownBy(() -> connected(bad, "4711"))
                    .isInstanceOf(StartRefused.class)
                    .message()
                    .doesNotContain("4711");
        assertThatThrownBy(() -> connected("https://csdl.example.vn/", "two\nlines"))
                .isInstanceOf(StartRefused.class);
    }

    private static Optional<Connections.Connection> connected(
            String url, @Nullable String credential) {
        var settings = new MockEnvironment();
        settings.setProperty("motcua.register.population.url", url);
        if (credential != null)
            settings.setProperty("motcua.register.population.credential", credential);
        try {
            var folder = new RegisterFolder(root().resolve("registers"));
            return new Connections(folder, settings).of("population");
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Property(tries = 300)
    void whatever_comes_is_read_or_named_garbled(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(AnswerReading.read(register(), bytes, REQUEST))
                .isEqualTo(new Reply.Failed(Trouble.GARBLED));
    }

    @Property(tries = 300)
    void an_answer_has_only_announced_names_of_the_announced_types(@ForAll("almost") String data) {
        var body = "{\"requestId\":\"%s\",\"found\":true,\"data\":%s}".formatted(REQUEST, data);
        var reply = AnswerReading.read(register(), body.getBytes(StandardCharsets.UTF_8), REQUEST);
        if (!(reply instanceof Reply.Found(var answer))) return;
        assertThat(answer.keySet())
                .isSubsetOf("fullName", "birthDate", "sex", "commune", "residence")
                .contains("fullName", "birthDate", "commune");
        assertThat(String.valueOf(answer.get("birthDate"))).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(answer.getOrDefault("sex", "male")).isIn("male", "female");
        assertThat(String.valueOf(answer.get("fullName")))
                .isNotBlank()
                .doesNotContain("\u0000", "\n");
    }

    @Provide
    Arbitrary<String> almost() {
        Arbitrary<String> value =
                Arbitraries.of(
                        "\"Trần Thị Sáu\"",
                        "\"1948-02-30\"",
                        "\"1948-02-10\"",
                        "\"male\"",
                        "null",
                        "\"x\"",
                        "12",
                        "true",
                        "{}",
                        "[1]",
                        "\" \"",
                        "\"a\\u0000b\"",
                        "\"26743\"");
        return Arbitraries.maps(
                        Arbitraries.of(
                                "fullName", "birthDate", "sex", "commune", "residence", "secret"),
                        value)
                .ofMinSize(3)
                .map(
                        map ->
                                map.entrySet().stream()
                                        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                                        .collect(
                                                java.util.stream.Collectors.joining(
                                                        ",", "{", "}")));
    }

    @Property(tries = 200)
    void a_register_that_fails_is_left_alone_and_then_tried_by_one_question(
            @ForAll @Size(max = 60) boolean[] answers) {
        var manner = register().manner();
        var now = Instant.parse("2026-11-23T01:00:00Z");
        var breaker = Breaker.CLOSED;
        int inARow = 0;
        for (boolean well : answers) {
            int lets = breaker.lets(8, now);
            boolean open = inARow >= manner.failures();
            assertThat(lets).isEqualTo(open ? 0 : 8);
            if (open) {
                now = now.plus(manner.rest());
                assertThat(breaker.lets(8, now)).isEqualTo(1);
            }
            breaker = well ? breaker.answered() : breaker.failed(manner, now);
            inARow = well ? 0 : inARow + 1;
        }
    }

    @Property(tries = 100)
    void waiting_grows_and_never_above_a_quarter_of_an_hour(@ForAll int tries) {
        assertThat(Sending.pause(tries)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(15));
        if (tries > 1) assertThat(Sending.pause(tries)).isGreaterThan(Sending.pause(1));
    }

    private Trouble after(String mode) {
        return after(mode, Duration.ofSeconds(8));
    }

    private Trouble after(String mode, Duration read) {
        Neighbours.open().turn("population", mode);
        var reply = http.ask(patient(read), connection(), asked(GRANDFATHER));
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed) reply).trouble();
    }

    private Reply ask(String person) {
        return http.ask(register(), connection(), asked(person));
    }

    private static Connections.Connection connection() {
        return new Connections.Connection(
                Neighbours.open().of("population"), new Secret("sandbox"));
    }

    private static Asked asked(String person) {
        return new Asked(
                REQUEST,
                new Question(
                        UUID.randomUUID(),
                        "H29.101-261123-0001",
                        "H29.101",
                        "ask",
                        "t1",
                        "population",
                        LocalText.of("Trợ cấp hưu trí xã hội"),
                        Map.of("personalId", person, "fullName", "Nguyễn Văn \"Thìn\""),
                        Map.of()),
                1,
                Asked.State.WAITING,
                null,
                0,
                Instant.parse("2026-11-23T01:00:00Z"),
                null,
                Map.of(),
                null,
                null);
    }

    private static Register patient(Duration read) {
        var it = register();
        var m = it.manner();
        return new Register(
                it.id(),
                it.version(),
                it.name(),
                it.owner(),
                it.basis(),
                it.asks(),
                it.answers(),
                new Register.Manner(
                        m.connect(),
                        read,
                        m.tries(),
                        m.patience(),
                        m.largest(),
                        m.failures(),
                        m.rest()));
    }

    private static Register register() {
        try {
            var faults = new FaultSink();
            var text = Files.readString(root().resolve("registers/population.yaml"));
            var register = RegisterReader.read("population.yaml", text, faults);
            assertThat(faults.faults()).isEmpty();
            return register;
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static Path root() {
        return Files.isDirectory(Path.of("registers")) ? Path.of("") : Path.of("..");
    }
}
