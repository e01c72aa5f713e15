package vn.motcua.worktime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.motcua.kernel.HanoiTime;

/// The deadline chapter of the user guide, read as tables.
///
/// @param english whether it is the English sister
public record DeadlineGuide(boolean english, List<Table> tables) {
    private static final Path DOCS =
            Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
    private static final Map<DayOfWeek, String> VIETNAMESE =
            Map.of(
                    DayOfWeek.MONDAY, "Thứ Hai",
                    DayOfWeek.TUESDAY, "Thứ Ba",
                    DayOfWeek.WEDNESDAY, "Thứ Tư",
                    DayOfWeek.THURSDAY, "Thứ Năm",
                    DayOfWeek.FRIDAY, "Thứ Sáu",
                    DayOfWeek.SATURDAY, "Thứ Bảy",
                    DayOfWeek.SUNDAY, "Chủ nhật");
    private static final Pattern MOMENT =
            Pattern.compile("(?:(\\D+?) )?(\\d+)/(\\d+)/(\\d{4})(?:, (\\d\\d:\\d\\d))?");

    /// @param heading under which it stands
    /// @param prose between the heading and the table
    public record Table(String heading, String prose, List<String> head, List<List<String>> rows) {}

    public static DeadlineGuide read(boolean english) {
        var name = english ? "deadlines.en.md" : "thoi-han.vi.md";
        try {
            return new DeadlineGuide(
                    english, tables(Files.readAllLines(DOCS.resolve("guides").resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Table> tables(List<String> lines) {
        var tables = new ArrayList<Table>();
        var heading = "";
        var prose = new StringBuilder();
        var block = new ArrayList<List<String>>();
        for (var line : lines) {
            if (line.startsWith("|")) {
                block.add(cells(line));
                continue;
            }
            close(tables, heading, prose, block);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
                prose.setLength(0);
            } else {
                prose.append(line).append('\n');
            }
        }
        close(tables, heading, prose, block);
        return tables;
    }

    private static void close(
            List<Table> tables, String heading, StringBuilder prose, List<List<String>> block) {
        if (block.isEmpty()) return;
        var rows = List.copyOf(block.subList(2, block.size()));
        tables.add(new Table(heading, prose.toString(), block.getFirst(), rows));
        block.clear();
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        inner = inner.substring(1, inner.length() - 1);
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /// The tables with this heading row.
    public List<Table> with(String... head) {
        var found = tables.stream().filter(table -> table.head().equals(List.of(head))).toList();
        if (found.isEmpty()) throw new IllegalStateException("no table " + List.of(head));
        return found;
    }

    public Locale locale() {
        return english ? Locale.ENGLISH : Locale.of("vi");
    }

    /// A moment as the guide writes it; the day of the week, where it stands, must be the right
    /// one.
    public Instant moment(String text) {
        var match = MOMENT.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("not a moment: " + text);
        var time = match.group(5) == null ? LocalTime.MIDNIGHT : LocalTime.parse(match.group(5));
        return HanoiTime.instant(day(text).atTime(time));
    }

    public LocalDate day(String text) {
        var match = MOMENT.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("not a day: " + text);
        var day =
                LocalDate.of(
                        Integer.parseInt(match.group(4)),
                        Integer.parseInt(match.group(3)),
                        Integer.parseInt(match.group(2)));
        var name = match.group(1);
        if (name != null && !name.equals(weekday(day.getDayOfWeek())))
            throw new IllegalArgumentException(text + " is a " + day.getDayOfWeek());
        return day;
    }

    private String weekday(DayOfWeek day) {
        return english
                ? day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : Objects.requireNonNull(VIETNAMESE.get(day));
    }

    /// `5 ngày làm việc`, `same day, cut-off 15:00`.
    public TimeLimit term(String text) {
        var day = Pattern.compile("(?:trong ngày, mốc|same day, cut-off) (\\d\\d:\\d\\d)");
        var sameDay = day.matcher(text);
        if (sameDay.matches()) return TimeLimit.sameDay(LocalTime.parse(sameDay.group(1)));
        var parts = text.split(" ", 2);
        var unit =
                switch (parts[1].replaceFirst("s$", "")) {
                    case "ngày làm việc", "working day" -> TermUnit.WORKING_DAY;
                    case "ngày", "day" -> TermUnit.CALENDAR_DAY;
                    case "giờ làm việc", "working hour" -> TermUnit.WORKING_HOUR;
                    case "tháng", "month" -> TermUnit.MONTH;
                    case "năm", "year" -> TermUnit.YEAR;
                    default -> throw new IllegalArgumentException("not a term: " + text);
                };
        return new TimeLimit(Integer.parseInt(parts[0]), unit, null);
    }
}
