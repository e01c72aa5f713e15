package vn.motcua.workflow;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// This room's texts, for what is drawn here rather than in a template.
final class Words {
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        "messages/workflow",
                        locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                        Words.class.getClassLoader(),
                        CONTROL);
    }

    /// The name of a group of units; of one without a name here its id.
    String group(String id) {
        var key = "workflow.group." + id;
        return bundle.containsKey(key) ? t(key) : id;
    }

    String t(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
