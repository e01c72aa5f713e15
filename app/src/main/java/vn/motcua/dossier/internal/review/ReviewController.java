package vn.motcua.dossier.internal.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Checking papers and answers one by one, and saving what was found.
@Controller
@RequestMapping("/desk/dossiers/{id}/review")
class ReviewController {
    private static final int LONGEST = 1000;
    private static final int MOST = 500;
    private static final Pattern FIELD = Pattern.compile("(PAPER|ANSWER)\\.(.{1,200})\\.kind");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private final ReviewReader reader;
    private final Reviews reviews;

    ReviewController(ReviewReader reader, Reviews reviews) {
        this.reader = reader;
        this.reviews = reviews;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        var asked = ReviewReader.Asked.plain(done != null, before);
        model.addAttribute("it", reader.view(id, asked, locale));
        return "dossier/desk/review";
    }

    /// Whoever comes second about the same part finds what they typed and what the colleague
    /// found; sending again keeps their own.
    @PostMapping
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = typed(sent);
        var saved = reviews.save(id, number(sent.getFirst("seen")), typed);
        if (saved.theirs().isEmpty())
            return sent.containsKey("ask")
                    ? "redirect:/desk/dossiers/" + id + "/acts/supplement"
                    : "redirect:/desk/dossiers/" + id + "/review?done=saved";
        response.setStatus(409);
        var asked = new ReviewReader.Asked(typed, saved.theirs(), false, null);
        model.addAttribute("it", reader.view(id, asked, locale));
        return "dossier/desk/review";
    }

    private static Map<Mark.Part, Finding> typed(MultiValueMap<String, String> sent) {
        var typed = new LinkedHashMap<Mark.Part, Finding>();
        for (var name : sent.keySet()) {
            var field = FIELD.matcher(name);
            if (!field.matches() || typed.size() >= MOST) continue;
            var part = new Mark.Part(Subject.valueOf(field.group(1)), field.group(2));
            var kind = sent.getFirst(name);
            var comment = tidy(sent.getFirst(part.key() + ".comment"));
            typed.put(part, new Finding(kind == null || kind.isBlank() ? null : kind, comment));
        }
        return typed;
    }

    private static String tidy(@Nullable String text) {
        if (text == null) return "";
        var tidy = CONTROL.matcher(text).replaceAll("").strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
