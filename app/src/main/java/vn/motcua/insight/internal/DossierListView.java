package vn.motcua.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The dossiers behind a figure, one page of them.
///
/// @param figure key of the figure
/// @param ofNow whether it speaks of this moment, whatever the period
/// @param group figures one may change to
/// @param procedure name of the only procedure shown; null for all
/// @param next address of the next page; null on the last one
public record DossierListView(
        String figure,
        boolean ofNow,
        long count,
        LocalText place,
        LocalDate from,
        LocalDate to,
        @Nullable Instant countedTo,
        @Nullable LocalText procedure,
        List<Choice> group,
        List<Row> rows,
        boolean first,
        @Nullable String next,
        String start,
        String csv,
        String back) {
    public record Choice(String figure, String link) {}

    /// @param standing where the deadline stands: done, late, in-time, overdue,
    ///     with-citizen, asked-twice (late whatever the date), none, apart (not counted)
    public record Row(
            UUID id,
            String code,
            LocalText procedure,
            String channel,
            Instant submittedAt,
            @Nullable Instant dueAt,
            @Nullable Instant finishedAt,
            String state,
            String standing) {}
}
