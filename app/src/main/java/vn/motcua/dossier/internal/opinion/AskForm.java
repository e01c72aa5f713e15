package vn.motcua.dossier.internal.opinion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Forms;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;

/// What the officer may choose from when asking, and what was typed, read and judged.
@Component
class AskForm {
    private static final int MOST = 20;

    private final DossierStore dossiers;
    private final Opinions opinions;
    private final Rules rules;
    private final Forms forms;
    private final Agencies agencies;
    private final MessageSource messages;

    AskForm(
            DossierStore dossiers,
            Opinions opinions,
            Rules rules,
            Forms forms,
            Agencies agencies,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.rules = rules;
        this.forms = forms;
        this.agencies = agencies;
        this.messages = messages;
    }

    /// As the page sent it.
    record Typed(
            int version,
            Set<String> to,
            String other,
            Set<String> sections,
            Set<String> papers,
            String question,
            String days) {
        static Typed nothing() {
            return new Typed(
                    0, Set.of(), "", Set.of(), Set.of(), "", Integer.toString(Question.USUAL_DAYS));
        }

        static Typed read(MultiValueMap<String, String> sent) {
            return new Typed(
                    number(first(sent, "version")),
                    all(sent, "to"),
                    first(sent, "other"),
                    all(sent, "section"),
                    all(sent, "paper"),
                    first(sent, "question"),
                    first(sent, "days"));
        }

        private static Set<String> all(MultiValueMap<String, String> sent, String name) {
            return new LinkedHashSet<>(sent.getOrDefault(name, List.of()));
        }

        private static String first(MultiValueMap<String, String> sent, String name) {
            var value = sent.getFirst(name);
            return value == null ? "" : value.strip();
        }

        static int number(String text) {
            return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        }
    }

    @Transactional(readOnly = true)
    AskView view(UUID id, Typed typed, Map<String, String> errors, Locale locale) {
        var dossier = dossiers.require(id);
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var groups = rules.form(dossier).describe(dossier.answers(), context, locale);
        return new AskView(
                id,
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.people().ownerName(),
                typed.version() == 0 ? dossier.version() : typed.version(),
                units(dossier, typed, locale),
                near(dossier).stream().map(a -> choice(dossier, a, typed, locale)).toList(),
                typed.other(),
                groups.stream().map(group -> choice(group, typed)).toList(),
                opinions.papers(dossier).stream().map(paper -> choice(paper, typed)).toList(),
                typed.question(),
                typed.days(),
                errors);
    }

    private List<AskView.Choice> units(Dossier dossier, Typed typed, Locale locale) {
        return agencies.units(dossier.agency()).stream()
                .map(
                        unit -> {
                            var value = new Question.Asked(dossier.agency(), unit.id()).value();
                            return new AskView.Choice(
                                    value, unit.name().in(locale), "", typed.to().contains(value));
                        })
                .toList();
    }

    private AskView.Choice choice(Dossier dossier, Agency agency, Typed typed, Locale locale) {
        var note = opinions.silence(dossier, agency.unitGroup()).note();
        return new AskView.Choice(
                agency.code(),
                agency.name().in(locale),
                note == null ? "" : note.in(locale),
                typed.to().contains(agency.code()));
    }

    private static AskView.Choice choice(AnswerLine.Group group, Typed typed) {
        return new AskView.Choice(
                group.section(), group.title(), "", typed.sections().contains(group.section()));
    }

    private static AskView.Choice choice(Opinion.Paper paper, Typed typed) {
        var value = paper.file().toString();
        return new AskView.Choice(value, paper.name(), "", typed.papers().contains(value));
    }

    /// Those an office usually asks: of the same place, above it, and those of its province.
    private List<Agency> near(Dossier dossier) {
        var here = agencies.require(dossier.agency());
        var near = new LinkedHashMap<String, Agency>();
        var province = here.provinceCode();
        if (here.communeCode() != null)
            for (var kind : List.of(AgencyKind.COMMUNE_COMMITTEE, AgencyKind.COMMUNE_POLICE))
                for (var agency : agencies.ofKind(kind, province))
                    if (here.communeCode().equals(agency.communeCode()))
                        near.put(agency.code(), agency);
        if (here.parent() != null) near.put(here.parent(), agencies.require(here.parent()));
        if (province != null)
            for (var kind : List.of(AgencyKind.DEPARTMENT, AgencyKind.PROVINCIAL_POLICE))
                for (var agency : agencies.ofKind(kind, province)) near.put(agency.code(), agency);
        near.remove(here.code());
        return near.values().stream().limit(MOST * 2L).toList();
    }

    /// What is wrong with what was typed: field id to words; empty when nothing.
    Map<String, String> faults(Typed typed, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        if (typed.to().isEmpty() && typed.other().isEmpty())
            faults.put("to", text("opinion.fault.nobody", locale));
        if (typed.to().size() > MOST) faults.put("to", text("opinion.fault.too-many", locale));
        if (!typed.other().isEmpty() && agencies.byAnyCode(typed.other()).isEmpty())
            faults.put("other", text("opinion.fault.no-agency", locale));
        if (typed.to().stream()
                .map(Question.Asked::read)
                .anyMatch(asked -> agencies.find(asked.agency()).isEmpty()))
            faults.put("to", text("opinion.fault.no-agency", locale));
        if (typed.question().isEmpty())
            faults.put("question", text("opinion.fault.question", locale));
        else if (typed.question().length() > Question.LONGEST || odd(typed.question()))
            faults.put("question", text("opinion.fault.words", locale));
        int days = Typed.number(typed.days());
        if (days < 1 || days > Question.MOST_DAYS)
            faults.put("days", text("opinion.fault.days", locale, Question.MOST_DAYS));
        return faults;
    }

    /// Whether there are characters no paper can carry.
    static boolean odd(String text) {
        return text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
    }

    Question question(Typed typed) {
        var asked =
                new ArrayList<>(typed.to().stream().map(Question.Asked::read).distinct().toList());
        if (!typed.other().isEmpty())
            agencies.byAnyCode(typed.other())
                    .map(agency -> new Question.Asked(agency.code(), null))
                    .filter(other -> !asked.contains(other))
                    .ifPresent(asked::add);
        return new Question(
                asked,
                typed.question(),
                typed.sections(),
                typed.papers().stream()
                        .filter(paper -> paper.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet()),
                Typed.number(typed.days()));
    }
}
