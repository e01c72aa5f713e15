package vn.motcua.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Words;

/// What every template knows besides its own view: the reader's language, who is signed in,
/// where the page is.
///
/// @param path address of this page without the query
/// @param userName the signed-in person's short name; null for a visitor
/// @param desk true when the person works at a desk (officer, leader, operator)
/// @param place the second line beside the mark: province or agency
/// @param csrfToken value the hidden field of each form carries
public record Page(
        MessageSource messages,
        Locale locale,
        Map<String, String> assets,
        String path,
        String languageSwitch,
        @Nullable String userName,
        boolean desk,
        boolean leader,
        boolean operator,
        @Nullable String place,
        String csrfName,
        @Nullable String csrfToken,
        boolean withoutFonts)
        implements Words {

    @Override
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    @Override
    public String in(LocalText text) {
        return text.in(locale);
    }

    public boolean vietnamese() {
        return !locale.getLanguage().equals("en");
    }

    /// Address of a static file, with the hash of its content in it.
    public String asset(String name) {
        var published = assets.get(name);
        if (published == null) throw new IllegalArgumentException("no asset " + name);
        return published;
    }

    /// `aria-current` value for a link of the navigation.
    public @Nullable String current(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/") ? "page" : null;
    }
}
