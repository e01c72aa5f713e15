package vn.motcua.dossier.internal.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Ids;

/// What each person chose for their list: columns, lines on a page, filters kept under a name.
@Repository
public class ListChoices {
    static final List<Integer> SIZES = List.of(30, 50, 100, 200);
    static final int LONGEST_NAME = 60;
    static final int MOST_VIEWS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    ListChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Choice(List<Column> columns, int pageSize) {
        static final Choice USUAL = new Choice(Column.USUAL, SIZES.getFirst());
    }

    /// @param own whether it is the reader's own
    /// @param unit it is shared with; null when it is its maker's alone
    public record View(UUID id, String name, String query, boolean own, @Nullable String unit) {}

    public Choice of(UUID account) {
        return jdbc.sql(
                        "select columns, page_size from dossier.list_choice where account = :account")
                .param("account", account)
                .query(
                        (row, number) ->
                                new Choice(
                                        Column.of(
                                                Set.of(
                                                        (String[])
                                                                row.getArray("columns")
                                                                        .getArray())),
                                        row.getInt("page_size")))
                .optional()
                .orElse(Choice.USUAL);
    }

    void keep(UUID account, Set<String> columns, int pageSize) {
        var known = Column.of(new HashSet<>(columns));
        jdbc.sql(
                        """
                        insert into dossier.list_choice (account, columns, page_size)
                        values (:account, :columns, :size)
                        on conflict (account) do update set columns = excluded.columns, page_size = excluded.page_size
                        """)
                .param("account", account)
                .param("columns", known.stream().map(Enum::name).toArray(String[]::new))
                .param("size", SIZES.contains(pageSize) ? pageSize : SIZES.getFirst())
                .update();
    }

    /// The person's own views and those shared with a unit of theirs, in the order they were made.
    List<View> views(Caller caller) {
        return jdbc.sql(
                        """
                        select id, name, query, account = :account as own, unit
                          from dossier.list_view
                         where agency = :agency and (account = :account or unit = any (:units))
                         order by id limit 100
                        """)
                .param("account", caller.account())
                .param("agency", caller.agency())
                .param("units", units(caller).toArray(String[]::new))
                .query(
                        (row, number) ->
                                new View(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("query"),
                                        row.getBoolean("own"),
                                        row.getString("unit")))
                .list();
    }

    static Set<String> units(Caller caller) {
        return caller.duties().stream().map(Caller.Duty::unit).collect(Collectors.toSet());
    }

    void keepView(Caller caller, String name, String query, boolean shared) {
        var unit = units(caller).stream().sorted().findFirst().orElse(null);
        jdbc.sql(
                        """
                        insert into dossier.list_view (id, account, agency, unit, name, query, made_at)
                        select :id, :account, :agency, :unit, :name, :query, :now
                         where (select count(*) from dossier.list_view where account = :account) < :most
                        """)
                .param("id", Ids.next(clock))
                .param("account", caller.account())
                .param("agency", caller.agency())
                .param("unit", shared ? unit : null, java.sql.Types.VARCHAR)
                .param("name", name)
                .param("query", query)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_VIEWS)
                .update();
    }

    void forget(UUID account, UUID view) {
        jdbc.sql("delete from dossier.list_view where id = :id and account = :account")
                .param("id", view)
                .param("account", account)
                .update();
    }
}
