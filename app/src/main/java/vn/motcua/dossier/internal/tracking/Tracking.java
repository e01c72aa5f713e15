package vn.motcua.dossier.internal.tracking;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
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
/// consecutive and four digits soon guessed, so tries of them are counted by code and by address;
/// the key has too many letters to be guessed, and whoever holds it is never kept out by others'
/// guesses. A code that does not exist answers like a wrong fact.
@Service
public class Tracking {
    private static final Pattern PHONE_TAIL = Pattern.compile("\\d{4}");

    private final JdbcClient jdbc;
    private final Tries tries;
    private final DossierStore dossiers;
    private final Asking asking;
    private final TransactionTemplate transaction;

    Tracking(
            JdbcClient jdbc,
            Tries tries,
            DossierStore dossiers,
            Asking asking,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tries = tries;
        this.dossiers = dossiers;
        this.asking = asking;
        this.transaction = transaction;
    }

    /// Reads with the eyes of somebody who has proved to know the second fact.
    ///
    /// @param address network address of the asker, for counting guesses
    /// @throws ProblemException `dossier.tracking-not-found`, or `dossier.tracking-too-many`
    /// after too many guesses of the digits
    public <T> T read(DossierCode code, String fact, String address, Function<Dossier, T> reader) {
        var tidy = tidy(fact);
        if (!PHONE_TAIL.matcher(tidy).matches())
            return found(code, tidy, reader).orElseThrow(Tracking::wrong);
        tries.take(code, address);
        var result = found(code, tidy, reader).orElseThrow(Tracking::wrong);
        tries.giveBack(code, address);
        return result;
    }

    /// The same for the key alone: what stands in an address bar is never the digits.
    ///
    /// @throws ProblemException `dossier.tracking-not-found`
    public <T> T readByKey(DossierCode code, String key, Function<Dossier, T> reader) {
        var tidy = tidy(key);
        if (PHONE_TAIL.matcher(tidy).matches()) throw wrong();
        return found(code, tidy, reader).orElseThrow(Tracking::wrong);
    }

    private static String tidy(String fact) {
        return fact.strip().toUpperCase(Locale.ROOT).replace(" ", "");
    }

    private static ProblemException wrong() {
        return new ProblemException(DossierProblem.TRACKING_NOT_FOUND);
    }

    private <T> Optional<T> found(DossierCode code, String tidy, Function<Dossier, T> reader) {
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
        return result;
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

    /// Forgets old tries.
    public void forget() {
        tries.forget();
    }
}
