package vn.motcua.dossier.internal.duty;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// The account an agency takes money on; it stands on the notices of what is to be paid.
@Service
class PayAccounts {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z.-]{4,40}");
    private static final int LONGEST = 200;
    private static final PositionKind[] SET = {PositionKind.APPROVER, PositionKind.LEADER};

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    PayAccounts(
            JdbcClient jdbc, Permissions permissions, Journal journal, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    record Account(String holder, String number, String bank) {
        /// Whether it can be printed and kept.
        boolean sound() {
            return !holder.isBlank()
                    && !bank.isBlank()
                    && holder.length() <= LONGEST
                    && bank.length() <= LONGEST
                    && NUMBER.matcher(number).matches();
        }
    }

    /// Must run in a transaction.
    Optional<Account> of(String agency) {
        return jdbc.sql(
                        "select holder, number, bank from dossier.pay_account where agency = :agency")
                .param("agency", agency)
                .query(
                        (row, _) ->
                                new Account(
                                        row.getString("holder"),
                                        row.getString("number"),
                                        row.getString("bank")))
                .optional();
    }

    /// The account of the caller's agency, and whether they may set it.
    @Transactional(readOnly = true)
    PayAccountView view(Map<String, String> typed, Map<String, String> errors) {
        var caller = asking.current();
        var known = of(Objects.requireNonNullElse(caller.agency(), ""));
        return new PayAccountView(
                typed.getOrDefault("holder", known.map(Account::holder).orElse("")),
                typed.getOrDefault("number", known.map(Account::number).orElse("")),
                typed.getOrDefault("bank", known.map(Account::bank).orElse("")),
                known.isPresent(),
                permissions.posts(caller).holds(SET),
                errors);
    }

    /// What was issued before keeps the account that stood on it.
    @Transactional
    void set(Account account) {
        permissions.require(SET);
        if (!account.sound()) throw new ProblemException(DossierProblem.REASON_MISSING);
        var by = asking.current();
        var agency = Objects.requireNonNull(by.agency());
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into dossier.pay_account (agency, holder, number, bank, set_by, set_at)
                        values (:agency, :holder, :number, :bank, :by, :now)
                        on conflict (agency) do update
                           set holder = excluded.holder, number = excluded.number, bank = excluded.bank,
                               set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("agency", agency)
                .param("holder", account.holder())
                .param("number", account.number())
                .param("bank", account.bank())
                .param("by", by.account())
                .param("now", Timestamp.from(now))
                .update();
        journal.append(
                new Entry(
                        "duty.pay-account-set",
                        "agency",
                        UUID.nameUUIDFromBytes(
                                ("pay-account/" + agency)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        agency,
                        new Actor(by.role().setting(), by.account(), agency),
                        now,
                        Map.of("number", account.number())));
    }
}
