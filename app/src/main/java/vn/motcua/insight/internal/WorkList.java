package vn.motcua.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums of work, and the pieces behind each of them.
@Repository
class WorkList {
    private static final String CHOSEN =
            """
            (:unit = '' or unit = :unit)
                           and (:officer = '' or officer::text = :officer)
                           and (:procedure = '' or procedure = :procedure)
                           and (:step = '' or step = :step)
            """;

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a list is narrowed to; empty for all.
    record Choice(String unit, String officer, String procedure, String step) {
        static final Choice ALL = new Choice("", "", "", "");
    }

    /// How long one step of one procedure took.
    ///
    /// @param median and nine of ten: working minutes
    record Cell(String procedure, String step, long pieces, long median, long nine, long planned) {}

    List<Cell> cells(Scope scope) {
        return jdbc.sql(
                        """
                        select procedure, step, count(*) as pieces,
                               percentile_disc(0.5) within group (order by worked_minutes) as half,
                               percentile_disc(0.9) within group (order by worked_minutes) as nine,
                               max(planned_minutes) as planned
                          from insight.work_fact
                         where %s
                           and %s
                         group by procedure, step
                         order by procedure, step
                        """
                                .formatted(FactList.WITHIN, WorkFigure.DONE.condition()))
                .param("agency", scope.agency())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(
                        (row, _) ->
                                new Cell(
                                        row.getString("procedure"),
                                        row.getString("step"),
                                        row.getLong("pieces"),
                                        row.getLong("half"),
                                        row.getLong("nine"),
                                        row.getLong("planned")))
                .list();
    }

    /// Sums of one unit, or of one officer where `byOfficer`.
    ///
    /// @param people how many different officers finished work
    record Sum(
            String agency,
            String who,
            long open,
            long over,
            long arrived,
            long done,
            long people) {}

    List<Sum> sums(Scope scope, boolean byOfficer) {
        return jdbc.sql(
                        """
                        select agency, %1$s as who,
                               count(*) filter (where %2$s) as open,
                               count(*) filter (where %3$s) as over,
                               count(*) filter (where %4$s) as arrived,
                               count(*) filter (where %5$s) as done,
                               count(distinct officer) filter (where %5$s) as people
                          from insight.work_fact
                         where %6$s
                           and (closed_at is null or opened_on between :from and :to
                                or closed_on between :from and :to)
                           and %7$s
                           %8$s
                         group by agency, %1$s
                         order by agency, %1$s
                        """
                                .formatted(
                                        byOfficer ? "officer::text" : "unit",
                                        WorkFigure.OPEN.condition(),
                                        WorkFigure.OVER.condition(),
                                        WorkFigure.ARRIVED.condition(),
                                        WorkFigure.DONE.condition(),
                                        FactList.WITHIN,
                                        WorkFigure.OFFICERS,
                                        byOfficer ? "and officer is not null" : ""))
                .params(FigureStore.parameters(scope))
                .query(
                        (row, _) ->
                                new Sum(
                                        row.getString("agency"),
                                        row.getString("who"),
                                        row.getLong("open"),
                                        row.getLong("over"),
                                        row.getLong("arrived"),
                                        row.getLong("done"),
                                        row.getLong("people")))
                .list();
    }

    /// A piece of work.
    record Line(
            UUID dossier,
            String token,
            String code,
            String agency,
            String procedure,
            String step,
            String unit,
            @Nullable UUID officer,
            Instant opened,
            @Nullable Instant due,
            @Nullable Instant closed,
            @Nullable Long worked) {
        String key() {
            return opened + "_" + dossier + "_" + token;
        }
    }

    List<Line> page(
            WorkFigure figure, Scope scope, Choice choice, @Nullable String after, int size) {
        return statement(figure, scope, choice, after, size).query(WorkList::line).list();
    }

    void each(WorkFigure figure, Scope scope, Choice choice, Consumer<Line> take) {
        statement(figure, scope, choice, null, Integer.MAX_VALUE)
                .withFetchSize(500)
                .query(
                        row -> {
                            take.accept(line(row, 0));
                        });
    }

    long count(WorkFigure figure, Scope scope, Choice choice) {
        return chosen(
                        jdbc.sql(
                                """
                                select count(*)
                                  from insight.work_fact
                                 where %s
                                   and %s
                                   and %s
                                """
                                        .formatted(FactList.WITHIN, figure.condition(), CHOSEN)),
                        scope,
                        choice)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(
            WorkFigure figure, Scope scope, Choice choice, @Nullable String after, int size) {
        var key = after == null ? null : after.split("_", 3);
        boolean begun = key != null && key.length == 3;
        var statement =
                chosen(
                                jdbc.sql(
                                        """
                                        select dossier, token, code, agency, procedure, step, unit,
                                               officer, opened_at, due_at, closed_at, worked_minutes
                                          from insight.work_fact
                                         where %s
                                           and %s
                                           and %s
                                           %s
                                         order by opened_at, dossier, token
                                         limit :size
                                        """
                                                .formatted(
                                                        FactList.WITHIN,
                                                        figure.condition(),
                                                        CHOSEN,
                                                        begun
                                                                ? "and (opened_at, dossier, token) > (:at, :id, :token)"
                                                                : "")),
                                scope,
                                choice)
                        .param("size", size);
        if (!begun) return statement;
        return statement
                .param("at", Timestamp.from(Instant.parse(Objects.requireNonNull(key)[0])))
                .param("id", UUID.fromString(key[1]))
                .param("token", key[2]);
    }

    private static JdbcClient.StatementSpec chosen(
            JdbcClient.StatementSpec statement, Scope scope, Choice choice) {
        return statement
                .params(FigureStore.parameters(scope))
                .param("unit", choice.unit())
                .param("officer", choice.officer())
                .param("procedure", choice.procedure())
                .param("step", choice.step());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        long worked = row.getLong("worked_minutes");
        boolean open = row.wasNull();
        return new Line(
                row.getObject("dossier", UUID.class),
                row.getString("token"),
                row.getString("code"),
                row.getString("agency"),
                row.getString("procedure"),
                row.getString("step"),
                row.getString("unit"),
                row.getObject("officer", UUID.class),
                Objects.requireNonNull(FactStore.moment(row, "opened_at")),
                FactStore.moment(row, "due_at"),
                FactStore.moment(row, "closed_at"),
                open ? null : worked);
    }

    /// Why dossiers were late, most often first.
    record Reason(String reason, String stage, long times) {}

    List<Reason> reasons(Scope scope) {
        return jdbc.sql(
                        """
                        select reason, stage, count(*) as times
                          from insight.late_reason
                         where %s
                           and said_on between :from and :to
                         group by reason, stage
                         order by times desc, reason, stage
                        """
                                .formatted(FactList.WITHIN))
                .param("agency", scope.agency())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(
                        (row, _) ->
                                new Reason(
                                        row.getString("reason"),
                                        row.getString("stage"),
                                        row.getLong("times")))
                .list();
    }

    /// Somebody said why a dossier was late.
    record Said(
            UUID dossier,
            long xid,
            long seq,
            String code,
            String agency,
            String procedure,
            String stage,
            String reason,
            Instant at) {
        String key() {
            return xid + "_" + seq;
        }
    }

    List<Said> said(Scope scope, String reason, String stage, @Nullable String after, int size) {
        var key = after == null ? null : after.split("_", 2);
        boolean begun = key != null && key.length == 2;
        return jdbc.sql(
                        """
                        select dossier, xid, seq, code, agency, procedure, stage, reason, said_at
                          from insight.late_reason
                         where %s
                           and said_on between :from and :to
                           and (:reason = '' or reason = :reason)
                           and (:stage = '' or stage = :stage)
                           and (xid, seq) > (:xid, :seq)
                         order by xid, seq
                         limit :size
                        """
                                .formatted(FactList.WITHIN))
                .param("agency", scope.agency())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("reason", reason)
                .param("stage", stage)
                .param("xid", begun ? Long.parseLong(Objects.requireNonNull(key)[0]) : -1)
                .param("seq", begun ? Long.parseLong(Objects.requireNonNull(key)[1]) : -1)
                .param("size", size)
                .query(
                        (row, _) ->
                                new Said(
                                        row.getObject("dossier", UUID.class),
                                        row.getLong("xid"),
                                        row.getLong("seq"),
                                        row.getString("code"),
                                        row.getString("agency"),
                                        row.getString("procedure"),
                                        row.getString("stage"),
                                        row.getString("reason"),
                                        Objects.requireNonNull(FactStore.moment(row, "said_at"))))
                .list();
    }
}
