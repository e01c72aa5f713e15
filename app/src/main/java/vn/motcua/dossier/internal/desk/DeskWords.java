package vn.motcua.dossier.internal.desk;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.motcua.form.AnswerFault;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.Words;

/// Sentences put together before a page is drawn: in the reader's language, or in Vietnamese
/// for letters.
public record DeskWords(MessageSource messages, Locale locale) implements Words {
    public static final Locale VIETNAMESE = Locale.of("vi");

    @Override
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    @Override
    public String in(LocalText text) {
        return text.in(locale);
    }

    DeskWords vietnamese() {
        return new DeskWords(messages, VIETNAMESE);
    }

    String fault(AnswerFault fault) {
        var own = fault.own();
        return own == null ? t(fault.key(), fault.args(locale)) : in(own);
    }

    public String detail(ProblemException problem) {
        return t("problem." + problem.problem().code() + ".detail", problem.arguments().toArray());
    }

    /// The words of `key` and the argument's own name, or `otherwise` where the files know no
    /// such key.
    public String orElse(String key, String otherwise) {
        return java.util.Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }
}
