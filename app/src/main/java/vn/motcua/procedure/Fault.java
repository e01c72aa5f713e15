package vn.motcua.procedure;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Something wrong in a release folder, told so that its author can mend it: which file, which
/// line, what is wrong and what to do.
///
/// @param file name inside the folder, for example `form.yaml`
/// @param line first line is 1; 0 when the fault concerns the whole file or folder
/// @param key message key of the fault; its remedy is `<key>.remedy`; the word before the first dot
///     names the room whose messages hold both
/// @param args values for the placeholders of both texts
public record Fault(String file, int line, String key, List<Object> args) {
    public Fault {
        args = List.copyOf(args);
    }

    public static Fault of(String file, int line, String key, Object... args) {
        return new Fault(file, line, key, List.of(args));
    }

    /// What is wrong.
    public String text(Locale locale) {
        return text(key, args, locale);
    }

    /// What to do about it.
    public String remedy(Locale locale) {
        return text(key + ".remedy", args, locale);
    }

    /// `form.yaml, dòng 12: Thiếu khóa "name". Cách sửa: …`
    public String sentence(Locale locale) {
        var place = line > 0 ? "procedure.fault.at-line" : "procedure.fault.at-file";
        return text(
                place, List.of(file, Integer.toString(line), text(locale), remedy(locale)), locale);
    }

    private static String text(String key, List<Object> args, Locale locale) {
        try {
            int dot = key.indexOf('.');
            var bundle =
                    ResourceBundle.getBundle(
                            "messages/" + (dot < 0 ? key : key.substring(0, dot)),
                            locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                            Fault.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), locale)
                    .format(args.stream().map(Object::toString).toArray());
        } catch (MissingResourceException _) {
            return key + " " + args;
        }
    }
}
