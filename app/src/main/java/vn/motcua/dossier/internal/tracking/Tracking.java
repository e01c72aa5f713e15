package vn.motcua.dossier.internal.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;

/// Opens a dossier's public progress to whoever knows its code and a second fact: the key
/// printed on the slip, or the last four digits of the declared phone number. Codes are
/// consecutive, so wrong guesses are counted by code and by address, and a code that does not
/// exist answers like a wrong fact.
@Service
public class Tracking {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_A_CODE = 8;
    private static final int TRIES_AN_ADDRESS = 30;

    private final JdbcClient jdbc;
    private final DossierStore dossiers;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tracking(
            JdbcClient jdbc,
            DossierStore dossiers,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Reads with the eyes of somebody who has proved to know the second fact.
    ///
    /// @param address network address of the asker, for counting guesses
    /// @throws ProblemException `dossier.tracking-not-found`, or `dossier.tracking-too-many`
    /// after too many guesses
    public <T> T read(DossierCode code, String fact, String address, Function<Dossier, T> reader) {
        var tidy = fact.strip().toUpperCase(Locale.ROOT).replace(" ", "");
        Optional<T> result =
                asking.as(
                        Caller.tracker(),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(
                                                status -> {
                                                    var found = locate(code, tidy);
                                                    if (found == null) return Optional.<T>empty();
                                                    jdbc.sql(
                                                                    "select set_config('motcua.tracked', :id, true)")
                                                            .param("id", found.toString())
                                                            .query(String.class)
                                                            .single();
                                                    return Optional.of(
                                                            reader.apply(dossiers.require(found)));
                                                })));
        return result.orElseThrow(() -> wrong(code, address));
    }

    private @Nullable UUID locate(DossierCode code, String fact) {
        return jdbc
                .sql("select dossier.locate(:code, :fact)")
                .param("code", code.value())
                .param("fact", fact)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Refuses further guesses before the fact is looked at.
    public void checkGuesses(DossierCode code, String address) {
        var since = Timestamp.from(clock.instant().minus(WINDOW));
        record Guesses(long code, long address) {}
        var guesses =
                jdbc.sql(
                                """
                        select count(*) filter (where subject = :code) as code,
                               count(*) filter (where subject = :address) as address
                          from dossier.tracking_guess
                         where subject in (:code, :address) and at > :since
                        """)
                        .param("code", "code:" + code.value())
                        .param("address", "address:" + address)
                        .param("since", since)
                        .query(Guesses.class)
                        .single();
        if (guesses.code() >= TRIES_A_CODE || guesses.address() >= TRIES_AN_ADDRESS)
            throw new ProblemException(DossierProblem.TRACKING_TOO_MANY, WINDOW.toMinutes());
    }

    private ProblemException wrong(DossierCode code, String address) {
        var _ =
                jdbc.sql(
                                """
                        insert into dossier.tracking_guess (subject, at)
                        values (:code, :at), (:address, :at)
                        """)
                        .param("code", "code:" + code.value())
                        .param("address", "address:" + address)
                        .param("at", Timestamp.from(clock.instant()))
                        .update();
        return new ProblemException(DossierProblem.TRACKING_NOT_FOUND);
    }

    /// Forgets old guesses.
    public void forget() {
        var _ =
                jdbc.sql("delete from dossier.tracking_guess where at < :before")
                        .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                        .update();
    }
}
