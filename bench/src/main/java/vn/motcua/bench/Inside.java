package vn.motcua.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.aot.AotDetector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import vn.motcua.Application;
import vn.motcua.BenchDatabase;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.form.Answers;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// The platform itself in this process: one agency, its officers and one procedure. Jobs and the
/// readers of the journal stand still, so that only what is measured works.
final class Inside implements AutoCloseable {
    static final String AGENCY = "H29.101";
    private static final String PASSWORD = "mot-cua-do-luong-2026";
    private static final String NAME = "Nguyễn Thị Minh An";
    private static final ReleaseId RELEASE = new ReleaseId("9.000099", 1);

    private final BenchDatabase database;
    private final ConfigurableApplicationContext context;
    private final Asking asking;
    private final Caller citizen;
    final Caller officer;
    private int copied;

    Inside(BenchDatabase database, Path data, int connections) {
        this.database = database;
        // The context made at build time belongs to the packaged program.
        SpringProperties.setFlag(AotDetector.AOT_ENABLED, false);
        context =
                new SpringApplicationBuilder(Application.class)
                        .properties(
                                "server.port=0",
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.datasource.hikari.maximum-pool-size=" + (connections + 4),
                                "motcua.sample=false",
                                "motcua.jobs=false",
                                "motcua.journal.consumers=false",
                                "motcua.command=bench",
                                "motcua.data=" + data)
                        .run();
        asking = bean(Asking.class);
        asking.run(Caller.system(), this::furnish);
        citizen = asking.as(Caller.system(), this::citizen);
        officer = asking.as(Caller.system(), this::appoint);
    }

    private Caller citizen() {
        var accounts = bean(Accounts.class);
        var known = accounts.byLogin("079196000318");
        var id =
                known.isPresent()
                        ? known.get().id()
                        : accounts.register(
                                NewAccount.citizen(new PersonalId("079196000318"), NAME, PASSWORD));
        return Caller.citizen(id, NAME);
    }

    private void furnish() {
        if (bean(Releases.class).find(RELEASE).isPresent()) return;
        var agencies = bean(Agencies.class);
        agencies.add(agency("H29", AgencyKind.PROVINCIAL_COMMITTEE, null));
        agencies.add(agency(AGENCY, AgencyKind.COMMUNE_COMMITTEE, "H29"));
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml", InsideRelease.PROCEDURE,
                                "form.yaml", InsideRelease.FORM,
                                "process.yaml", InsideRelease.PROCESS),
                        faults);
        var report = bean(Releases.class).importFiles(files);
        if (!faults.isEmpty() || bean(Releases.class).find(RELEASE).isEmpty())
            throw new IllegalStateException(faults.faults() + " " + report);
    }

    private static Agency agency(
            String code, AgencyKind kind, @org.jspecify.annotations.Nullable String parent) {
        return new Agency(
                code,
                LocalText.of("Cơ quan " + code),
                kind,
                parent,
                "79",
                null,
                "1 Lê Lợi",
                "02838000000",
                LocalText.of("Một cửa"));
    }

    /// One officer in all positions, so that one caller does every step.
    private Caller appoint() {
        var login = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        var id =
                bean(Accounts.class).register(NewAccount.officer(login, "Trần Văn Bình", PASSWORD));
        for (var position :
                List.of(
                        PositionKind.RECEPTIONIST,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER))
            bean(Staff.class)
                    .appoint(
                            new StaffMember(
                                    id,
                                    "Trần Văn Bình",
                                    AGENCY,
                                    "mot-cua",
                                    position,
                                    LocalText.of("Công chức")));
        return new Caller(Role.OFFICER, id, AGENCY, "Trần Văn Bình");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return asking.as(caller, work);
    }

    void run(Caller caller, Runnable work) {
        asking.run(caller, work);
    }

    /// One dossier, filed and accepted as people do it.
    UUID accepted() throws SQLException {
        var filing =
                new Filing(
                        RELEASE,
                        Channel.ONLINE,
                        null,
                        AGENCY,
                        Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318")),
                        Objects.requireNonNull(citizen.account()),
                        citizen.name(),
                        List.of(),
                        ReturnWay.COUNTER,
                        UUID.randomUUID().toString(),
                        null);
        var filed = as(citizen, () -> bean(Intake.class).file(filing));
        if (!(filed instanceof Filed.Accepted accepted))
            throw new IllegalStateException(filed.toString());
        UUID id;
        try (var admin = database.admin();
                var ask = admin.prepareStatement("select id from dossier.dossier where code = ?")) {
            ask.setString(1, accepted.code().value());
            try (var row = ask.executeQuery()) {
                row.next();
                id = row.getObject(1, UUID.class);
            }
        }
        run(officer, () -> bean(Desk.class).accept(id, 1));
        return id;
    }

    /// As many copies of a dossier with its open work and its timers, put there past the platform.
    List<UUID> copies(UUID like, int count) throws SQLException {
        var copies = new ArrayList<UUID>(count);
        try (var admin = database.admin();
                var statement = admin.createStatement()) {
            statement.execute("drop table if exists pg_temp.copy");
            statement.execute(
                    """
                    create temp table copy as
                    select (substr('%1$s', 1, 19) || substr(gen_random_uuid()::text, 20))::uuid as id, n
                      from generate_series(1, %2$d) n
                    """
                            .formatted(like, count));
            insert(
                    admin,
                    "dossier",
                    "x.id = '" + like + "'",
                    Map.of(
                            "id",
                            "c.id",
                            "code",
                            "regexp_replace(x.code, '[0-9]+$', '') || ("
                                    + (1_000_000 + copied)
                                    + " + c.n)"));
            copied += count;
            insert(
                    admin,
                    "task",
                    "dossier_id = '" + like + "' and closed_at is null",
                    Map.of("id", "gen_random_uuid()", "dossier_id", "c.id"));
            insert(admin, "timer", "dossier_id = '" + like + "'", Map.of("dossier_id", "c.id"));
            try (var rows = statement.executeQuery("select id from copy")) {
                while (rows.next()) copies.add(rows.getObject(1, UUID.class));
            }
            statement.execute("analyze dossier.dossier, dossier.task, dossier.timer");
        }
        return copies;
    }

    private static void insert(
            Connection admin, String table, String which, Map<String, String> others)
            throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var ask =
                admin.prepareStatement(
                        """
                                select column_name from information_schema.columns
                                 where table_schema = 'dossier' and table_name = ? and is_generated = 'NEVER'
                                """)) {
            ask.setString(1, table);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    var column = rows.getString(1);
                    columns.add(column);
                    values.add(others.getOrDefault(column, "x." + column));
                }
            }
        }
        try (var statement = admin.createStatement()) {
            statement.execute(
                    "insert into dossier."
                            + table
                            + " ("
                            + String.join(", ", columns)
                            + ") select "
                            + String.join(", ", values)
                            + " from dossier."
                            + table
                            + " x, copy c where "
                            + which);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
