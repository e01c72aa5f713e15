package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;

/// Fills the platform's database with open and closed dossiers, copied from those of the sample
/// with all that lists read of them: the dossier, its words, its pieces of work. The agency that
/// is looked at has the same open work at every size; what grows is everything else.
final class StoredWork {
    private static final int BATCH = 20_000;
    private static final int OPEN_HERE = 2_000;

    /// Of a hundred dossiers elsewhere so many are open.
    private static final int OPEN_ELSEWHERE = 3;

    private final Connection admin;
    private final String agency;
    private long made;

    StoredWork(Connection admin, String login) throws SQLException {
        this.admin = admin;
        this.agency = agency(login);
        try (var statement = admin.createStatement()) {
            statement.execute(
                    """
                    create table public.bench_model as
                    select row_number() over (order by id) as no, d.* from dossier.dossier d limit 1000
                    """);
            statement.execute(
                    """
                    create table public.bench_agency as
                    select row_number() over (order by code) as no, code from organization.agency
                     where parent = (select parent from organization.agency where code = '%s')
                       and code <> '%s'
                    """
                            .formatted(agency, agency));
        }
        copy(OPEN_HERE, true);
    }

    private String agency(String login) throws SQLException {
        try (var statement =
                admin.prepareStatement(
                        """
                        select s.agency from organization.staff s
                          join identity.account a on a.id = s.account where a.login_name = ? limit 1
                        """)) {
            statement.setString(1, login);
            try (var row = statement.executeQuery()) {
                if (!row.next()) throw new SQLException("nobody signs in as " + login);
                return row.getString(1);
            }
        }
    }

    /// Until so many are stored.
    void growTo(long wanted) throws SQLException {
        while (made < wanted) {
            copy((int) Math.min(BATCH, wanted - made), false);
            if (made % (BATCH * 10L) == 0) Report.progress(made + " of " + wanted + " stored");
        }
        try (var statement = admin.createStatement()) {
            statement.execute("vacuum analyze dossier.dossier, dossier.task, dossier.findable");
            statement.execute("checkpoint");
        }
    }

    private void copy(int count, boolean here) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("drop table if exists bench_copy");
            statement.execute(
                    """
                    create temporary table bench_copy as
                    select uuidv7(-at.back) as new_id, now() - at.back as new_at,
                           a.code || '-' || to_char(now() - at.back, 'YYMMDD') || '-' || (1000000 + g) as new_code,
                           a.code as new_agency, (%4$s or g %% 100 < %5$d) as open, g as n, m.*
                      from generate_series(%1$d, %2$d) g
                      cross join lateral (select make_interval(mins => (g * 7) %% 1000000) as back) at
                      join public.bench_model m on m.no = 1 + g %% (select count(*) from public.bench_model)
                      join %3$s
                    """
                            .formatted(
                                    made,
                                    made + count - 1,
                                    here
                                            ? "(select '" + agency + "' as code) a on true"
                                            : "public.bench_agency a on a.no = 1 + g % (select count(*) from public.bench_agency)",
                                    here,
                                    OPEN_ELSEWHERE));
            statement.execute(
                    """
                    insert into dossier.dossier (id, code, procedure_code, release_version, channel, agency, state,
                           filer_name, owner_name, owner_personal_id, owner_phone, summary, answers, papers, ledger,
                           return_way, submitted_at, finished_at)
                    select new_id, new_code, procedure_code, release_version, channel, new_agency,
                           case when open then 'PROCESSING' else 'RETURNED' end, filer_name, owner_name,
                           owner_personal_id, owner_phone, summary, answers, '[]', ledger, return_way, new_at,
                           case when not open then new_at + interval '2 days' end
                      from bench_copy
                    """);
            statement.execute(
                    """
                    insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, opened_at, due_at,
                           closed_at, closed_name, outcome, procedure_code, release_version, channel, submitted_at)
                    select uuidv7(), new_id, new_agency, 'RECEPTION', 'reception', 'reception', 'RECEPTIONIST', new_at,
                           new_at + interval '8 hours', new_at + interval '1 hour', 'Cán bộ', 'accepted', procedure_code,
                           release_version, channel, new_at
                      from bench_copy
                    """);
            statement.execute(
                    """
                    insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, opened_at, due_at,
                           closed_at, outcome, procedure_code, release_version, channel, submitted_at)
                    select uuidv7(), new_id, new_agency, 'STEP', 'receive', '1.0', 'RECEPTIONIST', new_at,
                           case when open then now() + make_interval(hours => n % 400 - 100) else new_at end,
                           case when not open then new_at + interval '2 days' end, null, procedure_code,
                           release_version, channel, new_at
                      from bench_copy
                    """);
            made += count;
        }
    }
}
