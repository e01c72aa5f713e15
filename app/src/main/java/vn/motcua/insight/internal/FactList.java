package vn.motcua.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The dossiers behind a figure.
@Repository
class FactList {
    /// Of the shown generation, and of the agency or one below it.
    static final String WITHIN =
            """
            generation = (select live from insight.reading)
                           and (agency = :agency
                                or (agency > :agency || '.' and agency < :agency || '/'))
            """;

    private static final String COLUMNS =
            """
            id, code, agency, procedure, channel, submitted_at, measured_due_at, due_at,
            finished_at, state, supplements
            """;

    private final JdbcClient jdbc;

    FactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of this moment: oldest first; of a period: newest first.
    ///
    /// @param procedure only this one; null for all
    /// @param after the last row of the page before; null on the first page
    List<Line> page(
            Figure figure, Scope scope, @Nullable String procedure, @Nullable Key after, int size) {
        return statement(figure, scope, procedure, after, size).query(FactList::line).list();
    }

    /// All of them, one by one, without ever holding more than a few.
    void each(Figure figure, Scope scope, @Nullable String procedure, Consumer<Line> take) {
        statement(figure, scope, procedure, null, Integer.MAX_VALUE)
                .withFetchSize(500)
                .query(
                        row -> {
                            take.accept(line(row, 0));
                        });
    }

    long count(Figure figure, Scope scope, @Nullable String procedure) {
        return jdbc.sql(
                        """
                        select count(*)
                          from insight.dossier_fact
                         where %s
                           and %s
                        """
                                .formatted(WITHIN, condition(figure)))
                .params(FigureStore.parameters(scope))
                .param("procedure", procedure == null ? "" : procedure)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(
            Figure figure, Scope scope, @Nullable String procedure, @Nullable Key after, int size) {
        boolean oldestFirst = figure.isOfNow();
        var statement =
                jdbc.sql(
                                """
                                select %s
                                  from insight.dossier_fact
                                 where %s
                                   and %s
                                   %s
                                 order by submitted_at %5$s, id %5$s
                                 limit :size
                                """
                                        .formatted(
                                                COLUMNS,
                                                WITHIN,
                                                condition(figure),
                                                after == null
                                                        ? ""
                                                        : "and (submitted_at, id) "
                                                                + (oldestFirst ? ">" : "<")
                                                                + " (:at, :id)",
                                                oldestFirst ? "asc" : "desc"))
                        .params(FigureStore.parameters(scope))
                        .param("procedure", procedure == null ? "" : procedure)
                        .param("size", size);
        return after == null
                ? statement
                : statement
                        .param("at", java.sql.Timestamp.from(after.submittedAt()))
                        .param("id", after.id());
    }

    private static String condition(Figure figure) {
        return "("
                + figure.condition()
                + ") and (:procedure = '' or procedure = :procedure)"
                + (figure.isOfNow() ? "" : " and received_on between :from and :to");
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("agency"),
                row.getString("procedure"),
                row.getString("channel"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                FactStore.moment(row, "measured_due_at"),
                FactStore.moment(row, "due_at"),
                FactStore.moment(row, "finished_at"),
                row.getString("state"),
                row.getInt("supplements"));
    }

    /// A row of the list.
    record Line(
            UUID id,
            String code,
            String agency,
            String procedure,
            String channel,
            Instant submittedAt,
            @Nullable Instant measuredDueAt,
            @Nullable Instant dueAt,
            @Nullable Instant finishedAt,
            String state,
            int supplements) {
        Key key() {
            return new Key(submittedAt, id);
        }
    }

    /// Where a page ends; written as `<seconds>.<nanos>.<id>`.
    record Key(Instant submittedAt, UUID id) {
        String text() {
            return submittedAt.getEpochSecond() + "." + submittedAt.getNano() + "." + id;
        }

        /// Null when the text is none.
        static @Nullable Key read(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,11}\\.\\d{1,9}\\.[0-9a-f-]{36}")) return null;
            var parts = Objects.requireNonNull(text).split("\\.", -1);
            try {
                return new Key(
                        Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                        UUID.fromString(parts[2]));
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
    }
}
