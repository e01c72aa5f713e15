package vn.motcua.bench;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import vn.motcua.BenchDatabase;
import vn.motcua.kernel.Ids;

/// The floor under a submission: the same statements in the same transaction, in the same
/// structure, as the same role under the same row-level security, by plain JDBC. No program can
/// file a dossier this way in less.
final class Floor implements Load.Client {
    private static final String TELL =
            """
            select set_config('motcua.account', ?, true),
                   set_config('motcua.agency', ?, true),
                   set_config('motcua.role', ?, true)
            """;
    private static final String NUMBER =
            """
            insert into dossier.counter as c (agency, day, last) values (?, ?, 1)
            on conflict (agency, day) do update set last = c.last + 1
            returning last
            """;
    private static final String DOSSIER =
            """
            with number as (
                insert into dossier.number (code, dossier_id, tracking_key, phone_tail) values (?, ?, ?, ?)
            ), work as (
                insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, opened_at, due_at)
                values (?, ?, ?, 'RECEPTION', 'reception', 'reception', 'RECEPTIONIST', ?, ?)
            ), request as (
                insert into dossier.request_key (account, key, digest, code, at) values (?, ?, ?, ?, ?)
            )
            insert into dossier.dossier (id, code, procedure_code, release_version, channel, agency, state,
                   filer_account, filer_name, owner_name, owner_personal_id, owner_phone, summary, answers, papers,
                   ledger, return_way, submitted_at)
            values (?, ?, ?, 1, 'ONLINE', ?, 'SUBMITTED', ?, ?, ?, ?, ?, ?, ?::jsonb, '[]', '[]', 'ELECTRONIC', ?)
            """;
    static final String JOURNAL =
            """
            insert into journal.entry (xid, at, kind, subject_type, subject_id, agency,
                                       actor_role, actor_account, actor_agency, data)
            select greatest(pg_current_xact_id(),
                            (select max(later.xid)
                               from journal.entry later
                              where later.xid > pg_current_xact_id() and later.subject_id = n.subject_id)),
                   n.at, n.kind, n.subject_type, n.subject_id, n.agency,
                   n.actor_role, n.actor_account, n.actor_agency, n.data
              from rows from (jsonb_to_recordset(cast(? as jsonb)) as
                       (at timestamptz, kind text, subject_type text, subject_id uuid,
                        agency text, actor_role text, actor_account uuid,
                        actor_agency text, data jsonb))
                   with ordinality as n(at, kind, subject_type, subject_id, agency,
                       actor_role, actor_account, actor_agency, data, position)
             order by n.position
            """;

    private final Connection connection;
    private final Filings filings;
    private final boolean oneAgency;
    private final Clock clock;
    private final PreparedStatement tell;
    private final PreparedStatement next;
    private final PreparedStatement insert;
    private final PreparedStatement journal;

    Floor(BenchDatabase database, Filings filings) throws SQLException {
        this(database, filings, false);
    }

    /// @param oneAgency all dossiers go to the commune's committee, whatever their procedure
    Floor(BenchDatabase database, Filings filings, boolean oneAgency) throws SQLException {
        this.filings = filings;
        this.oneAgency = oneAgency;
        this.clock = Clock.systemUTC();
        connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        tell = connection.prepareStatement(TELL);
        next = connection.prepareStatement(NUMBER);
        insert = connection.prepareStatement(DOSSIER);
        journal = connection.prepareStatement(JOURNAL);
    }

    @Override
    public void once(long number) throws Exception {
        file(number);
    }

    /// @return the dossier's id
    UUID file(long number) throws Exception {
        var filing = filings.next(number);
        var account = new UUID(0x1000L, number % 2_000);
        tell(tell, account.toString(), "", "citizen");
        var agency = oneAgency ? filing.place().agency() : counter(filing);
        var id = Ids.next(clock);
        var now = clock.instant();
        insert(filing, id, account, code(agency), agency, now, number);
        journal(journal, "dossier.submitted", id, agency, "citizen", account, now);
        connection.commit();
        return id;
    }

    /// As many agencies share a procedure's dossiers, and so as many counters, as on the
    /// platform.
    private static String counter(Filings.Filing filing) {
        var place = filing.place();
        return switch (filing.procedure()) {
            case Filings.LODGING -> "G01." + place.agency();
            case Filings.CRIMINAL_RECORD -> "G01." + place.province();
            case Filings.PROMOTION -> "G06." + place.province();
            default -> place.agency();
        };
    }

    static void tell(PreparedStatement tell, String account, String agency, String role)
            throws SQLException {
        tell.setString(1, account);
        tell.setString(2, agency);
        tell.setString(3, role);
        tell.execute();
    }

    private String code(String agency) throws SQLException {
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        next.setString(1, agency);
        next.setObject(2, day);
        try (var row = next.executeQuery()) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "%s-%02d%02d%02d-%04d",
                    agency,
                    day.getYear() % 100,
                    day.getMonthValue(),
                    day.getDayOfMonth(),
                    row.getInt(1));
        }
    }

    private void insert(
            Filings.Filing filing,
            UUID id,
            UUID account,
            String code,
            String agency,
            Instant now,
            long number)
            throws Exception {
        var answers = filing.answersJson();
        int i = 1;
        insert.setString(i++, code);
        insert.setObject(i++, id);
        insert.setString(
                i++, "K" + Long.toString(number + 1_000_000_000_000L, 32).toUpperCase(Locale.ROOT));
        insert.setString(i++, String.format(Locale.ROOT, "%04d", number % 10_000));
        insert.setObject(i++, Ids.next(clock));
        insert.setObject(i++, id);
        insert.setString(i++, agency);
        insert.setTimestamp(i++, Timestamp.from(now));
        insert.setTimestamp(i++, Timestamp.from(now.plusSeconds(86_400)));
        insert.setString(i++, account.toString());
        insert.setString(i++, UUID.randomUUID().toString());
        insert.setBytes(
                i++,
                MessageDigest.getInstance("SHA-256")
                        .digest(answers.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        insert.setString(i++, code);
        insert.setTimestamp(i++, Timestamp.from(now));
        insert.setObject(i++, id);
        insert.setString(i++, code);
        insert.setString(i++, filing.procedure());
        insert.setString(i++, agency);
        insert.setObject(i++, account);
        insert.setString(i++, "Nguyễn Thị An");
        insert.setString(i++, "Nguyễn Thị An");
        insert.setString(i++, "001190000001");
        insert.setString(i++, "+84912345678");
        insert.setString(i++, "Hồ sơ đo tải");
        insert.setString(i++, answers);
        insert.setTimestamp(i++, Timestamp.from(now));
        insert.executeUpdate();
    }

    static void journal(
            PreparedStatement journal,
            String kind,
            UUID dossier,
            String agency,
            String role,
            UUID account,
            Instant now)
            throws SQLException {
        journal.setString(
                1,
                """
                [{"at":"%s","kind":"%s","subject_type":"dossier","subject_id":"%s","agency":"%s",\
                "actor_role":"%s","actor_account":"%s","actor_agency":null,\
                "data":{"code":"%s","procedure":"2.001159","release":1,"channel":"ONLINE",\
                "state":"SUBMITTED","submittedAt":"%s"}}]"""
                        .formatted(now, kind, dossier, agency, role, account, dossier, now));
        journal.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
