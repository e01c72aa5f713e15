package vn.motcua.dossier.internal.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.Fold;

/// How somebody wants their list: columns, lines on a page, filters kept under a name.
@Controller
class SettingsController {
    private final ListChoices choices;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final MessageSource messages;

    SettingsController(
            ListChoices choices,
            TransactionTemplate transaction,
            Asking asking,
            MessageSource messages) {
        this.choices = choices;
        this.transaction = transaction;
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping("/desk/list")
    String show(@RequestParam Map<String, String> sent, Locale locale, Model model) {
        var words = new ListWords(messages, locale);
        var query = WorkQuery.read(sent).seeking(null);
        model.addAttribute(
                "it", Objects.requireNonNull(transaction.execute(_ -> view(query, words))));
        return "dossier/desk/list-settings";
    }

    private SettingsView view(WorkQuery query, ListWords words) {
        var caller = asking.current();
        var chosen = choices.of(account());
        return new SettingsView(
                Arrays.stream(Column.values())
                        .map(
                                column ->
                                        new WorklistView.Option(
                                                column.name(),
                                                words.t("desk-list.col." + column),
                                                chosen.columns().contains(column)))
                        .toList(),
                ListChoices.SIZES.stream()
                        .map(
                                size ->
                                        new WorklistView.Option(
                                                size.toString(),
                                                size.toString(),
                                                size == chosen.pageSize()))
                        .toList(),
                choices.views(caller),
                query.text(),
                query.href("/desk", null, null),
                query.narrowed() || query.tab() != Tab.ALL || query.slack());
    }

    @PostMapping("/desk/list")
    String choose(
            @RequestParam(name = "column", defaultValue = "") Set<String> columns,
            @RequestParam(defaultValue = "30") int size,
            @RequestParam(defaultValue = "") String back) {
        transaction.executeWithoutResult(_ -> choices.keep(account(), columns, size));
        return "redirect:" + read(back).href("/desk", "done", "chosen");
    }

    @PostMapping("/desk/list/views")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "false") boolean shared) {
        var query = read(back);
        var tidy = Fold.tidy(name);
        if (!tidy.isEmpty() && tidy.length() <= ListChoices.LONGEST_NAME)
            transaction.executeWithoutResult(
                    _ -> choices.keepView(asking.current(), tidy, query.text(), shared));
        return "redirect:" + query.href("/desk", null, null);
    }

    @PostMapping("/desk/list/views/forget")
    String forget(@RequestParam UUID view, @RequestParam(defaultValue = "") String back) {
        transaction.executeWithoutResult(_ -> choices.forget(account(), view));
        return "redirect:" + read(back).href("/desk/list", null, null);
    }

    private UUID account() {
        return Objects.requireNonNull(asking.current().account());
    }

    /// The choices of an address that came back in a form; nothing else of it is kept.
    private static WorkQuery read(String query) {
        var parts = new java.util.HashMap<String, String>();
        for (var part : List.of(query.split("&"))) {
            var pair = part.split("=", 2);
            if (pair.length == 2) parts.put(pair[0], pair[1]);
        }
        return WorkQuery.read(parts).seeking(null);
    }
}
