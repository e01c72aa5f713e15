package vn.motcua.form.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.form.Answers;
import vn.motcua.form.Drafts;
import vn.motcua.form.FormProblem;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCase;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;

/// Before the form: whether the procedure is for this person, which case, and the draft.
@Controller
@RequestMapping("/apply/{code}")
class ApplyController {
    private final Releases releases;
    private final CompiledForms forms;
    private final Drafts drafts;
    private final Accounts accounts;
    private final Asking asking;
    private final Pages pages;

    ApplyController(
            Releases releases,
            CompiledForms forms,
            Drafts drafts,
            Accounts accounts,
            Asking asking,
            Pages pages) {
        this.releases = releases;
        this.forms = forms;
        this.drafts = drafts;
        this.accounts = accounts;
        this.asking = asking;
        this.pages = pages;
    }

    private Release online(String code) {
        return releases.current(code)
                .filter(Release::fileable)
                .filter(
                        r ->
                                r.record().channels().stream()
                                        .anyMatch(c -> c.channel() == Channel.ONLINE))
                .orElseThrow(() -> new ProblemException(FormProblem.NOT_FOUND));
    }

    @GetMapping
    String start(@PathVariable String code, Model model) {
        model.addAttribute("it", view(online(code), Map.of(), null, Map.of()));
        return "form/apply";
    }

    @PostMapping
    @Transactional
    String begin(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var release = online(code);
        var form = forms.of(release);
        var chosen = sent.toSingleValueMap();
        var errors = new LinkedHashMap<String, String>();
        ApplyView.@Nullable No no = null;
        for (var e : form.eligibility()) {
            var answer = chosen.getOrDefault(e.id(), "");
            if (!answer.equals("true") && !answer.equals("false"))
                errors.put(
                        "e-" + e.id() + "-0",
                        pages.message("form.apply.answer", e.question().in(pages.locale())));
            else if (!answer.equals(String.valueOf(e.mustBe())) && no == null)
                no = new ApplyView.No(e.because(), e.basis(), e.instead());
        }
        var cases = cases(release);
        var wanted =
                Optional.ofNullable(chosen.get("case"))
                        .filter(c -> cases.stream().anyMatch(x -> x.code().equals(c)));
        if (!cases.isEmpty() && wanted.isEmpty())
            errors.put("case-0", pages.message("form.apply.case"));
        if (!errors.isEmpty() || no != null) {
            if (!errors.isEmpty()) response.setStatus(422);
            model.addAttribute("it", view(release, chosen, errors.isEmpty() ? no : null, errors));
            return "form/apply";
        }
        var draft =
                drafts.open(
                        new Drafts.NewDraft(
                                release.id(),
                                "ONLINE",
                                asking.current().account(),
                                wanted.orElse(null),
                                null,
                                known(form)));
        return "redirect:/drafts/" + draft.id();
    }

    private Answers known(CompiledForm form) {
        var account = asking.current().account();
        return account == null
                ? Answers.empty()
                : accounts.find(account).map(a -> forms.prefill(form, a)).orElse(Answers.empty());
    }

    /// Cases a person has to choose; those with a condition follow from the answers.
    private static List<ProcedureCase> cases(Release release) {
        var cases = release.record().cases();
        return cases.stream().anyMatch(c -> c.when() != null) ? List.of() : cases;
    }

    private ApplyView view(
            Release release,
            Map<String, String> chosen,
            ApplyView.@Nullable No no,
            Map<String, String> errors) {
        var record = release.record();
        var asks = new ArrayList<ApplyView.Ask>();
        for (var e : forms.of(release).eligibility())
            asks.add(
                    new ApplyView.Ask(
                            e.id(),
                            e.question(),
                            e.hint(),
                            chosen.get(e.id()),
                            errors.get("e-" + e.id() + "-0")));
        var begun =
                drafts.list().stream()
                        .filter(d -> d.release().procedureCode().equals(record.code()))
                        .map(
                                d ->
                                        new ApplyView.Begun(
                                                "/drafts/" + d.id(),
                                                HanoiTime.timeAndDate(d.updatedAt())))
                        .toList();
        return new ApplyView(
                record.code(),
                record.name(),
                record.audience(),
                record.minutes(),
                asks,
                cases(release).stream()
                        .map(
                                c ->
                                        new FieldView.Choice(
                                                c.code(),
                                                c.name(),
                                                null,
                                                c.code().equals(chosen.get("case"))))
                        .toList(),
                begun,
                no,
                errors);
    }
}
