package vn.motcua.dossier.internal.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.queue.TicketAtCounter;
import vn.motcua.identity.Account;
import vn.motcua.identity.PersonalId;
import vn.motcua.kernel.HanoiTime;

/// The counter: find the person, choose the procedure, and the form opens.
@Controller
class CounterController {
    private final Counter counter;
    private final CounterPapers papers;
    private final TicketAtCounter queue;
    private final MessageSource messages;

    CounterController(
            Counter counter, CounterPapers papers, TicketAtCounter queue, MessageSource messages) {
        this.counter = counter;
        this.papers = papers;
        this.queue = queue;
        this.messages = messages;
    }

    @GetMapping("/desk/counter")
    String ask(Model model) {
        model.addAttribute("it", view("", null, false, "", Map.of()));
        return "dossier/desk/counter";
    }

    /// Looking up and searching are one form, sent by POST: a number of identity never stands
    /// in an address.
    ///
    /// @param procedure code of the procedure chosen; empty while still looking
    @PostMapping("/desk/counter")
    String find(
            @RequestParam(defaultValue = "") String personalId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String procedure,
            Locale locale,
            Model model) {
        var typed = personalId.length() > 30 ? personalId.substring(0, 30) : personalId.strip();
        var errors = new LinkedHashMap<String, String>();
        @Nullable Account person = null;
        if (!typed.isEmpty()) {
            var fault = PersonalId.fault(typed);
            if (fault == null) person = counter.person(new PersonalId(typed)).orElse(null);
            else errors.put("personalId", messages.getMessage(fault, null, locale));
        }
        if (errors.isEmpty() && !procedure.isEmpty())
            return "redirect:/desk/counter/" + counter.begin(procedure, person);
        boolean unknown = !typed.isEmpty() && errors.isEmpty() && person == null;
        model.addAttribute("it", view(typed, person, unknown, q.strip(), errors));
        return "dossier/desk/counter";
    }

    /// The counter for whoever took a ticket of the queue with their account.
    @PostMapping("/desk/counter/ticket")
    String ticket(@RequestParam UUID ticket, Locale locale, Model model) {
        return queue.person(ticket)
                .map(id -> find(id.value(), "", "", locale, model))
                .orElse("redirect:/desk/counter");
    }

    private CounterView view(
            String typed,
            @Nullable Account person,
            boolean unknown,
            String search,
            Map<String, String> errors) {
        var found =
                counter.procedures(search).stream()
                        .map(
                                release ->
                                        new CounterView.Procedure(
                                                release.record().code(),
                                                release.record().name(),
                                                release.record().audience()))
                        .toList();
        var shown =
                person == null
                        ? null
                        : new CounterView.Person(
                                person.fullName(),
                                person.birthDate() == null
                                        ? null
                                        : HanoiTime.date(person.birthDate()),
                                person.address());
        return new CounterView(
                typed, shown, unknown, search, !search.isBlank(), found, counter.begun(), errors);
    }

    /// The end of the form's pages leads to the person's own word and the papers, once nothing is
    /// wrong with the answers.
    @PostMapping("/desk/counter/{draft}/submit")
    String papers(@PathVariable UUID draft) {
        var next = papers.answered(draft) ? "/confirm" : "/check";
        return "redirect:/desk/counter/" + draft + next;
    }

    @GetMapping("/desk/counter/filed/{id}")
    String filed(@PathVariable UUID id, Model model) {
        var filed = counter.filed(id);
        if (filed.isEmpty()) return "redirect:/desk/dossiers/" + id;
        model.addAttribute("it", filed.get());
        return "dossier/desk/filed";
    }
}
