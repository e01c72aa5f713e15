package vn.motcua.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Electronic identification code of an agency: levels from left to right, the first `G` and two
/// digits for a central one or `H` and two digits for a province, at most 35 characters.
///
/// Source: [agency-codes] QĐ 20/2020/QĐ-TTg.
///
/// @param value for example `H29.101`
public record AgencyCode(String value) {
    private static final int LONGEST = 35;
    private static final Pattern FORM = Pattern.compile("[GH]\\d{2}(\\.[0-9A-Z]{2,3})*");
    private static final Pattern OLD_FORM =
            Pattern.compile("(\\d{3})\\.(\\d{2})\\.(\\d{2})\\.([GH]\\d{2})");

    public AgencyCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no agency code: " + value);
        }
    }

    /// Reads a code as people type it, in the form of today or the one before 2020, four groups
    /// from right to left (QCVN 102:2016): `000.00.00.G22`. Which lower agency an old code with
    /// filled groups means is known only to a table of conversions; the answer is its plain
    /// reversal.
    public static AgencyCode parse(String typed) {
        return read(typed)
                .orElseThrow(() -> new IllegalArgumentException("no agency code: " + typed));
    }

    /// As `parse`, empty where the text is no code.
    public static Optional<AgencyCode> read(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        var text = typed.strip().toUpperCase(Locale.ROOT);
        var old = OLD_FORM.matcher(text);
        if (old.matches()) return Optional.of(new AgencyCode(reversed(old)));
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new AgencyCode(text))
                : Optional.empty();
    }

    private static String reversed(Matcher old) {
        int levels = 3;
        while (levels > 0 && Integer.parseInt(old.group(4 - levels)) == 0) levels--;
        var code = new StringBuilder(old.group(4));
        for (int level = 1; level <= levels; level++) code.append('.').append(old.group(4 - level));
        return code.toString();
    }

    /// Whether the text had the four groups of before 2020.
    public static boolean isOldForm(String typed) {
        return OLD_FORM.matcher(typed.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /// Code of the province or the central agency this one belongs to.
    public AgencyCode root() {
        return new AgencyCode(value.substring(0, 3));
    }

    /// This code and those above it, nearest first: `H15.50.05`, `H15.50`, `H15`.
    public List<String> lineage() {
        var line = new ArrayList<String>();
        for (var code = value; ; code = code.substring(0, code.lastIndexOf('.'))) {
            line.add(code);
            if (code.indexOf('.') < 0) return List.copyOf(line);
        }
    }

    /// Whether this agency is `other` or stands below it.
    public boolean isWithin(AgencyCode other) {
        return value.equals(other.value) || value.startsWith(other.value + '.');
    }

    @Override
    public String toString() {
        return value;
    }
}
