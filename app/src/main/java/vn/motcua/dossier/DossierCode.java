package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The public number of a dossier: `{agency code}-{yymmdd}-{sequence}`, for example
/// `H29.101-261123-0042`.
///
/// The day is the day of receipt in Hanoi; the sequence has four digits and goes on with five
/// after 9999. Older numbers with the agency code written from right to left or a four-digit
/// year are read too.
public record DossierCode(String value) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.)?[GH]\\d{2}(?:\\.\\d{2,5})*-(?:\\d{6}|\\d{8})-\\d{4,7}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

    public DossierCode {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("not a dossier code");
    }

    public static DossierCode of(String agency, LocalDate day, int sequence) {
        return new DossierCode(
                agency
                        + "-"
                        + DAY.format(day)
                        + "-"
                        + String.format(Locale.ROOT, "%04d", sequence));
    }

    /// Reads what a person typed: blanks, lower case and long dashes are forgiven.
    public static Optional<DossierCode> parse(String typed) {
        var tidy =
                typed.replaceAll("[\\s\\u00a0]+", "")
                        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                        .toUpperCase(Locale.ROOT);
        return FORM.matcher(tidy).matches() ? Optional.of(new DossierCode(tidy)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
