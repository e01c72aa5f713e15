package vn.motcua.worktime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.motcua.kernel.LocalText;

/// Holidays, days in lieu and exchanged days of the whole country.
public final class NationalDays {
    private static final String SHIPPED = "/worktime/holidays.csv";

    private final NavigableMap<LocalDate, DayKind> days;

    public NationalDays(Map<LocalDate, DayKind> days) {
        this.days = new TreeMap<>(days);
    }

    public Map<LocalDate, DayKind> asMap() {
        return new TreeMap<>(days);
    }

    /// These days and one more.
    public NationalDays with(LocalDate date, DayKind kind) {
        var more = asMap();
        more.put(date, kind);
        return new NationalDays(more);
    }

    /// The list that comes with the platform.
    public static NationalDays shipped() {
        try (var in = NationalDays.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException("missing resource " + SHIPPED);
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads lines of `date,name_vi,name_en,kind,status,source` below one heading line. No field
    /// may hold a comma.
    static NationalDays parse(String csv) {
        var days = new TreeMap<LocalDate, DayKind>();
        int number = 0;
        for (String line : csv.lines().toList()) {
            number++;
            if (number == 1 || line.isBlank()) continue;
            String[] cells = line.split(",", -1);
            if (cells.length != 6)
                throw new IllegalArgumentException("holidays, line " + number + ": six cells");
            var kind =
                    new DayKind(
                            DayKind.Type.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                            LocalText.of(cells[1], cells[2]),
                            DayKind.Standing.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                            cells[5]);
            if (days.put(LocalDate.parse(cells[0]), kind) != null)
                throw new IllegalArgumentException("holidays, line " + number + ": day twice");
        }
        return new NationalDays(days);
    }
}
