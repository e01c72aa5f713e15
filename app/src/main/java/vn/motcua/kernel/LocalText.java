package vn.motcua.kernel;

import java.util.Locale;

/// A text in Vietnamese with English beside it.
///
/// @param vi Vietnamese, always there
/// @param en English; equal to the Vietnamese where no translation exists
public record LocalText(String vi, String en) {
    public static LocalText of(String vi) {
        return new LocalText(vi, vi);
    }

    public static LocalText of(String vi, String en) {
        return new LocalText(vi, en);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
