package vn.motcua.dossier.internal.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// S10: four digits cannot be walked, and guessing keeps nobody out who holds the slip.
class TrackingModuleTest {
    private static TestPlatform platform;
    private static JdbcClient all;
    private static Number number;
    private static DossierCode code;
    private Tracking tracking;

    record Number(String code, String trackingKey, String phoneTail) {}

    @BeforeAll
    static void start() {
        platform = TestPlatform.shared();
        all = JdbcClient.create(platform.database().superuserDataSource());
        number =
                all.sql(
                                """
                                select code, tracking_key, phone_tail from dossier.number
                                 where phone_tail is not null order by code limit 1
                                """)
                        .query(Number.class)
                        .single();
        code = DossierCode.parse(number.code()).orElseThrow();
    }

    @BeforeEach
    void nobody_has_guessed_yet() {
        all.sql("delete from dossier.tracking_try").update();
        tracking = platform.bean(Tracking.class);
    }

    @Test
    void any_number_of_simultaneous_guesses_gets_no_more_than_the_same_number_one_by_one()
            throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses =
                    IntStream.range(0, 40)
                            .mapToObj(i -> people.submit(() -> guess("10.0.0." + i)))
                            .toList();
            assertThat(guesses.stream().map(TrackingModuleTest::answer))
                    .filteredOn(DossierProblem.TRACKING_NOT_FOUND::equals)
                    .hasSize(Tries.A_CODE);
        }
    }

    @Test
    void whoever_holds_the_slip_is_not_kept_out_by_other_peoples_guesses() {
        for (int i = 0; i < 50; i++) guess("10.0.1." + i);
        assertThat(guess("10.0.2.1")).isEqualTo(DossierProblem.TRACKING_TOO_MANY);
        assertThat(opened(number.trackingKey(), "10.0.2.1")).isEqualTo(code);
        DossierCode byKey = tracking.readByKey(code, number.trackingKey(), it -> it.code());
        assertThat(byKey).isEqualTo(code);
    }

    @Test
    void who_knows_the_digits_may_ask_as_often_as_needed() {
        for (int i = 0; i < 3 * Tries.A_CODE; i++)
            assertThat(opened(number.phoneTail(), "10.0.3.1")).isEqualTo(code);
    }

    @Test
    void a_patient_guesser_is_stopped_for_the_day() {
        int looked = 0;
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < Tries.A_CODE; i++)
                if (guess("10.0.4." + round) == DossierProblem.TRACKING_NOT_FOUND) looked++;
            all.sql("update dossier.tracking_try set since = since - interval '16 minutes'")
                    .update();
        }
        assertThat(looked).isEqualTo(Tries.A_CODE_A_DAY);
    }

    @Test
    void one_network_of_many_addresses_counts_as_one() {
        int looked = 0;
        for (int i = 0; i < 2 * Tries.AN_ADDRESS; i++) {
            all.sql("delete from dossier.tracking_try where key = sha256(convert_to(:k, 'UTF8'))")
                    .param("k", "code:" + code.value())
                    .update();
            if (guess("2001:db8::" + i) == DossierProblem.TRACKING_NOT_FOUND) looked++;
        }
        assertThat(looked).isEqualTo(Tries.AN_ADDRESS);
    }

    @Test
    void the_digits_are_never_taken_from_an_address_bar() throws Exception {
        assertThat(page(number.phoneTail()).statusCode()).isEqualTo(404);
        assertThat(page(number.trackingKey()).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> tracking.readByKey(code, number.phoneTail(), it -> it))
                .isInstanceOf(ProblemException.class);
    }

    private static HttpResponse<String> page(String key) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var address = platform.url() + "/tracking?code=" + code.value() + "&key=" + key;
            return http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private DossierCode opened(String fact, String address) {
        return tracking.read(code, fact, address, it -> it.code());
    }

    private Object guess(String address) {
        var wrong = number.phoneTail().equals("0000") ? "0001" : "0000";
        try {
            return tracking.read(code, wrong, address, it -> it);
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }

    private static Object answer(Future<Object> guess) {
        try {
            return guess.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
