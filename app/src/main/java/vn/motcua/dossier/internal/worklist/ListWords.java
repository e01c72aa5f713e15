package vn.motcua.dossier.internal.worklist;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Words;

/// Sentences of lists in the reader's language.
public record ListWords(MessageSource messages, Locale locale) implements Words {
    @Override
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    @Override
    public String in(LocalText text) {
        return text.in(locale);
    }

    /// The words of `key`, or `otherwise` where the files know no such key.
    public String orElse(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }
}
