package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.motcua.TestDatabase;

/// The second lock: what the database itself refuses, whatever the program asks (S2, S15).
class RowLevelSecurityModuleTest {
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "name|full_name|personal_id|birth_date|phone|email|address|answers|login_name|password"
                            + "|token_hash|account|\\w+_account|owner_\\w+|filer_\\w+|principal_name");

    /// Tables with such a column that hold nothing about a citizen.
    private static final Map<String, String> NOT_PERSONAL =
            Map.of(
                    "organization.agency", "address and telephone of an office",
                    "worktime.special_day", "names of holidays",
                    "procedure.release", "the name of a procedure",
                    "journal.entry", "ids and codes alone, read through the feed",
                    "identity.session",
                            "the session's row is found by its secret id before anybody is known");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    /// Because a forgotten condition in the program must show nobody's papers to nobody.
    @Test
    void every_table_about_people_shows_its_rows_only_to_whoever_may_see_them() {
        var rows =
                owner(
                        """
                        select n.nspname || '.' || c.relname as name, c.relrowsecurity as locked,
                               string_agg(a.attname, ',' order by a.attnum) as columns
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind in ('r', 'p') and not c.relispartition
                           and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                         group by 1, 2
                        """);
        var open = new ArrayList<String>();
        for (var row : rows) {
            var personal =
                    List.of(String.valueOf(row.get("columns")).split(",")).stream()
                            .filter(column -> PERSONAL.matcher(column).matches())
                            .toList();
            if (personal.isEmpty() || NOT_PERSONAL.containsKey(String.valueOf(row.get("name"))))
                continue;
            if (!Boolean.TRUE.equals(row.get("locked"))) open.add(row.get("name") + " " + personal);
        }
        assertThat(open).isEmpty();
    }

    /// Because a partition does not ask its parent's policies.
    @Test
    void no_partition_can_be_read_past_its_table() {
        assertThat(
                        owner(
                                """
                                select c.oid::regclass::text as part
                                  from pg_class c
                                 where c.relispartition and c.relkind in ('r', 'p')
                                   and has_table_privilege('motcua_app', c.oid, 'select, insert, update, delete')
                                """))
                .isEmpty();
    }

    /// Because a policy nobody wrote lets nobody in, and one that always holds lets everybody in.
    @Test
    void every_lock_has_its_keys_and_no_key_opens_everything() {
        assertThat(
                        owner(
                                """
                                select c.oid::regclass::text as unlocked
                                  from pg_class c
                                 where c.relrowsecurity
                                   and not exists (select from pg_policy p where p.polrelid = c.oid)
                                """))
                .isEmpty();
        assertThat(
                        owner(
                                """
                                select tablename, policyname
                                  from pg_policies
                                 where cmd in ('ALL', 'SELECT', 'UPDATE', 'DELETE') and qual = 'true'
                                """))
                .isEmpty();
    }

    /// Because an owner passes by every lock.
    @Test
    void the_program_owns_nothing_and_passes_by_no_lock() {
        assertThat(
                        owner(
                                """
                                select rolname from pg_roles
                                 where rolname = 'motcua_app'
                                   and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                """))
                .isEmpty();
        assertThat(owner("select relname from pg_class where relowner = 'motcua_app'::regrole"))
                .isEmpty();
        assertThat(owner("select roleid from pg_auth_members where member = 'motcua_app'::regrole"))
                .isEmpty();
        assertThat(
                        owner(
                                """
                                select nspname from pg_namespace
                                 where has_schema_privilege('motcua_app', oid, 'create')
                                """))
                .isEmpty();
    }

    /// Because what is written down stays written, for the program too (S15).
    @Test
    void the_journal_can_be_added_to_and_never_changed() {
        assertThat(
                        owner(
                                """
                                select c.relname, privilege
                                  from pg_class c, unnest(array['update', 'delete', 'truncate']) privilege
                                 where c.relnamespace = 'journal'::regnamespace and c.relkind in ('r', 'p')
                                   and (c.relname like 'entry%' or c.relname = 'seal')
                                   and (has_table_privilege('motcua_app', c.oid, privilege)
                                        or privilege = 'update'
                                           and has_any_column_privilege('motcua_app', c.oid, 'update'))
                                """))
                .isEmpty();
    }

    /// Because a view or function of the owner reads with the owner's eyes.
    @Test
    void nothing_reads_with_the_owners_eyes_by_accident() {
        assertThat(
                        owner(
                                """
                                select c.oid::regclass::text as view
                                  from pg_class c
                                  join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
                                   and not coalesce('security_invoker=true' = any (c.reloptions), false)
                                """))
                .isEmpty();
        assertThat(
                        owner(
                                """
                                select p.oid::regprocedure::text as function
                                  from pg_proc p
                                  join pg_namespace n on n.oid = p.pronamespace
                                 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                                   and (not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
                                        or has_function_privilege('public', p.oid, 'execute'))
                                """))
                .isEmpty();
    }

    /// Because a connection nobody has introduced must see nothing, also behind a pooler.
    @Test
    void a_connection_that_says_nothing_sees_no_row() {
        var tables =
                owner(
                                """
                                select c.oid::regclass::text as name
                                  from pg_class c
                                 where c.relrowsecurity and not c.relispartition
                                   and has_table_privilege('motcua_app', c.oid, 'select')
                                """)
                        .stream()
                        .map(row -> String.valueOf(row.get("name")))
                        .toList();
        assertThat(tables).contains("dossier.dossier", "identity.account", "vault.file");
        for (var table : tables) seed(table);
        var app = JdbcClient.create(database.appDataSource());
        var superuser = JdbcClient.create(database.superuserDataSource());
        for (var table : tables) {
            var count = "select count(*) from " + table;
            assertThat(superuser.sql(count).query(Long.class).single()).as(table).isPositive();
            assertThat(app.sql(count).query(Long.class).single()).as(table).isZero();
        }
    }

    /// One row with anything in it: checks, triggers and references are put aside for it.
    private static void seed(String table) {
        var one = new SingleConnectionDataSource(connection(database.superuserDataSource()), true);
        try (one) {
            var sql = JdbcClient.create(one);
            sql.sql("set session_replication_role = replica").update();
            sql.sql(
                            "select conname from pg_constraint where conrelid = ?::regclass and contype = 'c'")
                    .param(table)
                    .query(String.class)
                    .list()
                    .forEach(
                            check ->
                                    sql.sql(
                                                    "alter table "
                                                            + table
                                                            + " drop constraint \""
                                                            + check
                                                            + "\"")
                                            .update());
            var columns =
                    sql.sql(
                                    """
                                    select attname, format_type(atttypid, atttypmod) as type
                                      from pg_attribute
                                     where attrelid = ?::regclass and attnum > 0 and not attisdropped
                                       and attnotnull and not atthasdef and attidentity = '' and attgenerated = ''
                                    """)
                            .param(table)
                            .query()
                            .listOfRows();
            var names =
                    columns.stream().map(column -> "\"" + column.get("attname") + "\"").toList();
            var values =
                    columns.stream()
                            .map(column -> value(String.valueOf(column.get("type"))))
                            .toList();
            sql.sql(
                            "insert into %s (%s) values (%s)"
                                    .formatted(
                                            table,
                                            String.join(", ", names),
                                            String.join(", ", values)))
                    .update();
        }
    }

    private static String value(String type) {
        if (type.endsWith("[]")) return "'{}'";
        if (type.startsWith("timestamp")) return "timestamptz '2026-11-23 08:00+07'";
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "date" -> "date '2026-11-23'";
            case "jsonb", "json" -> "'{}'";
            case "boolean" -> "false";
            case "bytea" -> "'\\x00'";
            case "bigint", "integer", "smallint", "numeric" -> "1";
            case "xid8" -> "'1'";
            case "interval" -> "interval '1 hour'";
            default -> "'x'";
        };
    }

    private static java.sql.Connection connection(DataSource source) {
        try {
            return source.getConnection();
        } catch (java.sql.SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static List<Map<String, Object>> owner(String sql) {
        return JdbcClient.create(database.ownerDataSource()).sql(sql).query().listOfRows();
    }
}
