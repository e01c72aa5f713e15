package vn.motcua.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The leader's pages of time, load and reasons.
public final class WorkView {
    private WorkView() {}

    /// Whose figures, of which days.
    public record Frame(
            String agency,
            LocalText place,
            int days,
            LocalDate from,
            LocalDate to,
            @Nullable Instant countedTo) {
        public String link(String page, int length) {
            return "/leader/" + page + "?agency=" + agency + "&days=" + length;
        }

        public String csv(String table) {
            return "/leader/" + table + ".csv?agency=" + agency + "&days=" + days;
        }
    }

    /// Time in each step, procedure by procedure.
    public record Time(Frame frame, List<Row> rows) {}

    public record Row(String procedure, LocalText name, List<Cell> cells) {}

    /// @param median and nine of ten and planned: minutes
    /// @param link the pieces of work behind it
    public record Cell(
            LocalText step, long pieces, long median, long nine, long planned, String link) {
        /// Median as a share of the time meant, in percent.
        public long percent() {
            return planned == 0 ? 0 : Math.round(100.0 * median / planned);
        }

        /// 1 well within the time, 2 within, 3 above, 4 far above.
        public int heat() {
            return percent() <= 50 ? 1 : percent() <= 100 ? 2 : percent() <= 150 ? 3 : 4;
        }
    }

    /// Load of units and officers in the last weeks.
    public record Load(Frame frame, int weeks, List<Unit> units, List<Person> people) {}

    /// @param position where the process names no unit: key of the position; else null
    public record Unit(
            LocalText agency,
            LocalText name,
            @Nullable String position,
            Workload load,
            Links links) {}

    /// @param name null for somebody who works there no more
    public record Person(LocalText agency, @Nullable String name, Workload load, Links links) {}

    public record Links(String open, String over, String arrived, String done) {}

    /// Why dossiers were late.
    public record Reasons(Frame frame, long total, List<Reason> reasons) {}

    public record Reason(
            LocalText name,
            long apology,
            long completed,
            double share,
            String apologyLink,
            String completedLink) {}

    /// The rows behind a figure, already in the reader's words.
    ///
    /// @param heads keys of the columns after the dossier's code
    public record Rows(
            String title,
            LocalText place,
            @Nullable String note,
            long count,
            List<String> heads,
            List<Line> lines,
            boolean first,
            @Nullable String next,
            String start,
            String csv,
            String back) {}

    public record Line(String href, String code, List<String> cells) {}
}
