package vn.motcua.dossier.internal.counter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.intake.TrackingKey;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Codes against which results are handed over: shown once, kept as their hash, used once, tried
/// five times. A wrong try is committed before it is answered.
@Service
public class PickupCodes {
    static final int TRIES = 5;
    private static final int LENGTH = 8;

    private final JdbcClient jdbc;
    private final DossierStore dossiers;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    PickupCodes(
            JdbcClient jdbc,
            DossierStore dossiers,
            Permissions permissions,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// A code that is told once.
    ///
    /// @param code as it is read out and typed, such as `K7PM-2XQ4`
    public record Fresh(Dossier dossier, String code, Instant at) {}

    /// A new code, which makes the one before worthless: for the person themselves, or printed by
    /// the reception. What the person holds in their account no printed code replaces.
    @Transactional
    public Fresh issue(UUID id) {
        var caller = asking.current();
        boolean person = caller.is(Role.CITIZEN);
        if (!person) permissions.require(PositionKind.RECEPTIONIST);
        var dossier = dossiers.require(id);
        boolean theirs =
                person
                        ? Objects.equals(dossier.people().filer(), caller.account())
                        : permissions.posts(caller).actsOn(dossier);
        if (!theirs) throw new ProblemException(DossierProblem.NOT_FOUND);
        if (dossier.state().isFinal()) throw new ProblemException(CounterProblem.NOT_READY);
        var code = TrackingKey.next(LENGTH);
        var now = clock.instant();
        int issued =
                jdbc.sql(
                                """
                        insert into dossier.pickup_code as c (dossier_id, agency, hash, issued_at, issued_by, way)
                        values (:id, :agency, :hash, :at, :by, :way)
                        on conflict (dossier_id) do update
                           set hash = excluded.hash, issued_at = excluded.issued_at, issued_by = excluded.issued_by,
                               way = excluded.way, tries = 0, used_at = null
                         where excluded.way = 'ACCOUNT' or c.way = 'PAPER' or c.used_at is not null or c.tries >= :most
                        """)
                        .param("most", TRIES)
                        .param("id", id)
                        .param("agency", dossier.agency())
                        .param("hash", hash(id, code))
                        .param("at", Timestamp.from(now))
                        .param("by", caller.account())
                        .param("way", person ? "ACCOUNT" : "PAPER")
                        .update();
        if (issued == 0) throw new ProblemException(CounterProblem.CODE_OF_THEIR_OWN);
        journal.append(
                Facts.of(
                        "pickup-code-issued",
                        dossier,
                        caller,
                        now,
                        Map.of("way", person ? "ACCOUNT" : "PAPER")));
        return new Fresh(dossier, code.substring(0, 4) + "-" + code.substring(4), now);
    }

    private record Counted(byte[] hash, int tries, Used code) {}

    /// A code that proved a handing over.
    ///
    /// @param way `ACCOUNT` or `PAPER`
    /// @param by who had it made
    record Used(String way, @Nullable UUID by) {}

    /// What became of a typed code: it proves the handing over, or it is refused. One of the two
    /// is null.
    record Tried(@Nullable Used used, @Nullable ProblemException refusal) {
        private static Tried no(CounterProblem problem, Object... arguments) {
            return new Tried(null, new ProblemException(problem, arguments));
        }
    }

    /// Takes the code as used. Whoever printed a code knows it: it proves nothing when they hand
    /// over themselves. Nothing may be written before it in the caller's transaction, which has
    /// to be committed when the code is refused: the try counts then. Tries at one time wait for
    /// each other at the row.
    Tried use(UUID id, String typed) {
        var giver = asking.current().account();
        var found =
                jdbc.sql(
                                """
                        update dossier.pickup_code set tries = tries + 1
                         where dossier_id = :id and used_at is null and tries < :most
                           and (way = 'ACCOUNT' or issued_by is distinct from :giver)
                        returning hash, tries, way, issued_by
                        """)
                        .param("id", id)
                        .param("most", TRIES)
                        .param("giver", giver)
                        .query((row, _) -> counted(row))
                        .optional();
        if (found.isEmpty()) return Tried.no(whyNot(id, giver));
        var counted = found.get();
        var given = hash(id, typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        if (!MessageDigest.isEqual(given, counted.hash()))
            return Tried.no(CounterProblem.WRONG_CODE, TRIES - counted.tries());
        jdbc.sql("update dossier.pickup_code set used_at = :at where dossier_id = :id")
                .param("id", id)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new Tried(counted.code(), null);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getBytes("hash"),
                row.getInt("tries"),
                new Used(row.getString("way"), row.getObject("issued_by", UUID.class)));
    }

    private CounterProblem whyNot(UUID id, @Nullable UUID giver) {
        return jdbc.sql(
                        """
                        select way = 'PAPER' and issued_by is not distinct from :giver
                          from dossier.pickup_code where dossier_id = :id
                        """)
                .param("id", id)
                .param("giver", giver)
                .query(Boolean.class)
                .optional()
                .map(own -> own ? CounterProblem.CODE_PRINTED_BY_YOU : CounterProblem.CODE_USED_UP)
                .orElse(CounterProblem.NO_CODE);
    }

    /// Whether the person could still be asked for a code.
    boolean offered(Dossier dossier) {
        return !dossier.state().isFinal() && dossier.state() != DossierState.SUBMITTED;
    }

    static byte[] hash(UUID id, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((id + "/" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
