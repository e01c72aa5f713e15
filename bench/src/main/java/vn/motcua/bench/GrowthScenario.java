package vn.motcua.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Does an operation cost more when much is stored? The same load on a young database and on
/// one with many dossiers, which are copied from filed ones with all their rows.
final class GrowthScenario implements Scenario {
    private static final int MODELS = 1_000;
    private static final int BATCH = 20_000;

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var table = report.table(Load.Rounds.HEADS);
            var numbers = new AtomicLong();
            var _ = submissions(settings, platform, admin, numbers, 1);
            long few = dossiers(admin);
            var young = measure(settings, platform, admin, numbers);
            Report.progress("storing " + settings.stored() + " dossiers");
            grow(admin, settings.stored());
            long many = dossiers(admin);
            var old = measure(settings, platform, admin, numbers);
            young.filed.row(table, "filed, " + few + " stored before");
            old.filed.row(table, "filed, " + many + " stored before");
            young.tracked.row(table, "tracked, " + few + " stored before");
            old.tracked.row(table, "tracked, " + many + " stored before");
            report.line(
                    "Copies of "
                            + MODELS
                            + " filed dossiers with number, task and journal entry; "
                            + settings.connections()
                            + " connections; "
                            + PostgresVersion.of(admin)
                            + ".");
            report.line("");
            table.print();
            for (var rounds : List.of(young.filed, old.filed, young.tracked, old.tracked))
                if (rounds.failed() > 0) report.line("First failure: " + rounds.failure());
            report.line(
                    "Cost of one operation, many stored / few stored (medians of the rates): filing "
                            + Report.number(young.filed.rate().median() / old.filed.rate().median())
                            + ", tracking "
                            + Report.number(
                                    young.tracked.rate().median() / old.tracked.rate().median()));
        }
    }

    private record Measured(Load.Rounds filed, Load.Rounds tracked) {}

    private static Measured measure(
            Settings settings, Platform platform, Connection admin, AtomicLong numbers)
            throws Exception {
        var filed = submissions(settings, platform, admin, numbers, settings.rounds());
        Report.progress("tracking");
        var paths = PagesScenario.trackingPaths(admin, 2_000);
        var tracked = new Load.Rounds();
        for (int round = 0; round <= settings.rounds(); round++) {
            var result =
                    Load.forSeconds(
                            settings.connections(),
                            settings.seconds(),
                            numbers::incrementAndGet,
                            () -> new PagesScenario.Visitor(platform, paths));
            if (round > 0) tracked.add(result);
        }
        return new Measured(filed, tracked);
    }

    private static Load.Rounds submissions(
            Settings settings, Platform platform, Connection admin, AtomicLong numbers, int rounds)
            throws Exception {
        Report.progress("filing");
        var tokens = platform.tokens();
        var filings = new Filings(Place.all(admin));
        var filed = new Load.Rounds();
        for (int round = 0; round < rounds; round++) {
            var result =
                    Load.forSeconds(
                            settings.connections(),
                            settings.seconds(),
                            numbers::incrementAndGet,
                            () -> new Submitter(platform.port(), tokens, filings, code -> {}));
            if (result.done() == 0)
                throw new IllegalStateException("nothing was filed: " + result.failure());
            filed.add(result);
        }
        return filed;
    }

    private static long dossiers(Connection admin) throws SQLException {
        return PostgresVersion.count(admin, "select count(*) from dossier.dossier");
    }

    /// Days back, so that the copies are spread over the last two years like real ones.
    private static void grow(Connection admin, int wanted) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(
                    """
                    create temporary table model as
                    select row_number() over () as no, d.* from (
                        select * from dossier.dossier order by id desc limit %d) d
                    """
                            .formatted(MODELS));
            for (int from = 0; from < wanted; from += BATCH) {
                statement.execute("drop table if exists copy");
                statement.execute(
                        """
                        create temporary table copy as
                        select uuidv7(-make_interval(mins => (g * 5) %% 1000000)) as new_id,
                               split_part(m.code, '-', 1) || '-' || to_char(now() - make_interval(mins => (g * 5) %% 1000000), 'YYMMDD')
                                   || '-' || lpad((1000000 + g)::text, 7, '0') as new_code,
                               now() - make_interval(mins => (g * 5) %% 1000000) as new_at, m.*
                          from generate_series(%d, %d) g
                          join model m on m.no = 1 + g %% (select count(*) from model)
                        """
                                .formatted(from, Math.min(wanted, from + BATCH) - 1));
                copy(statement);
            }
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void copy(java.sql.Statement statement) throws SQLException {
        statement.execute(
                """
                insert into dossier.dossier (id, code, procedure_code, release_version, channel, agency, state,
                       filer_account, filer_name, owner_name, owner_personal_id, owner_phone, owner_email, summary,
                       answers, papers, ledger, return_way, submitted_at)
                select new_id, new_code, procedure_code, release_version, channel, agency, state, filer_account,
                       filer_name, owner_name, owner_personal_id, owner_phone, owner_email, summary, answers, papers,
                       ledger, return_way, new_at
                  from copy
                """);
        statement.execute(
                """
                insert into dossier.number (code, dossier_id, tracking_key, phone_tail)
                select new_code, new_id, upper(md5(new_code)), '0000' from copy
                """);
        statement.execute(
                """
                insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, opened_at, due_at,
                       closed_at, outcome)
                select uuidv7(), new_id, agency, 'RECEPTION', 'reception', 'reception', 'RECEPTIONIST', new_at, new_at,
                       new_at + interval '1 hour', 'accepted'
                  from copy
                """);
        statement.execute(
                """
                insert into journal.entry (at, kind, subject_type, subject_id, agency, actor_role, data)
                select new_at, 'bench.copied', 'dossier', new_id, agency, 'system', '{}' from copy
                """);
    }
}
