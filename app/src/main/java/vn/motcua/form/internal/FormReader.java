package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.form.FormSection;
import vn.motcua.form.Question;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;

/// Reads `form.yaml` into a compiled form; whatever is wrong goes into the fault sink.
final class FormReader {
    static final String FILE = "form.yaml";
    static final int MOST_FIELDS = 400;

    private static final Pattern SLUG = Pattern.compile("[a-z][A-Za-z0-9-]{0,59}");
    private static final List<String> ROLES =
            List.of(
                    "ownerName",
                    "ownerPersonalId",
                    "ownerPhone",
                    "ownerEmail",
                    "summary",
                    "place",
                    "receivingCommune");

    private final YamlNode root;
    private final FieldReader fields;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private FormReader(YamlNode root, Set<String> components) {
        this.root = root;
        this.fields = new FieldReader(components);
    }

    static CompiledForm read(ReleaseId id, String text, Set<String> components, FaultSink faults) {
        return new FormReader(YamlTree.parse(FILE, text, faults), components).form(id);
    }

    private CompiledForm form(ReleaseId release) {
        root.only("sections", "roles", "eligibility");
        gatherIds();
        var language = new ExpressionLanguage(ids);
        var questions = new ArrayList<CompiledQuestion>();
        var sections = new ArrayList<FormSection>();
        var seen = new HashSet<String>();
        for (var node : root.someOf("sections")) section(node, language, seen, sections, questions);
        var settler = new Settler(questions);
        if (!settler.cycle().isEmpty()) {
            var path = settler.cycle().stream().map(n -> n.replace(Settler.QUESTION, "")).toList();
            int line = lines.getOrDefault(path.getFirst(), 0);
            root.faults().add(FILE, line, "form.fault.cycle", String.join(" → ", path));
        }
        return new CompiledForm(
                release, sections, questions, settler, roles(language), language, eligibility());
    }

    private void gatherIds() {
        int count = 0;
        for (var section : root.list("sections"))
            for (var question : section.list("questions"))
                for (var field : question.list("fields")) {
                    var id = FieldReader.id(field);
                    if (++count > MOST_FIELDS) {
                        field.fault("form.fault.too-many", MOST_FIELDS);
                        return;
                    }
                    if (FieldReader.ID.matcher(id).matches() && !ids.add(id))
                        field.fault("form.fault.twice", id);
                    lines.putIfAbsent(id, field.line());
                }
    }

    private void section(
            YamlNode node,
            ExpressionLanguage language,
            Set<String> seen,
            List<FormSection> sections,
            List<CompiledQuestion> compiled) {
        node.only("id", "title", "questions");
        var id = node.code("id", SLUG, "requester");
        if (!seen.add("section " + id)) node.fault("form.fault.twice", id);
        var title = node.localText("title");
        var here = new ArrayList<CompiledQuestion>();
        for (var q : node.someOf("questions")) {
            var question = question(q, language, new FormSection(id, title, List.of()));
            lines.putIfAbsent(question.id(), q.line());
            if (!seen.add("question " + question.id())) q.fault("form.fault.twice", question.id());
            here.add(question);
        }
        sections.add(
                new FormSection(id, title, here.stream().map(CompiledQuestion::question).toList()));
        compiled.addAll(here);
    }

    private CompiledQuestion question(
            YamlNode node, ExpressionLanguage language, FormSection section) {
        node.only("id", "title", "hint", "why", "visibleWhen", "fields");
        var read = new ArrayList<CompiledField>();
        for (var f : node.someOf("fields")) read.add(fields.read(f, language, ids, false));
        return new CompiledQuestion(
                section,
                new Question(
                        node.code("id", SLUG, "child-name"),
                        node.localText("title"),
                        node.localTextOrNull("hint"),
                        node.localTextOrNull("why"),
                        node.textOrNull("visibleWhen"),
                        read.stream().map(CompiledField::field).toList()),
                FieldReader.condition(node, "visibleWhen", language),
                List.copyOf(read));
    }

    private Map<String, Expression> roles(ExpressionLanguage language) {
        var roles = new LinkedHashMap<String, Expression>();
        var node = root.demand("roles");
        if (!node.present()) return roles;
        node.only(ROLES);
        node.demand("ownerName");
        for (var role : ROLES) {
            var expression = FieldReader.value(node, role, language);
            if (expression != null) roles.put(role, expression);
        }
        return roles;
    }

    private List<Eligibility> eligibility() {
        return root.listOf(
                "eligibility",
                n -> {
                    n.only("id", "question", "hint", "mustBe", "because", "basis", "instead");
                    return new Eligibility(
                            n.code("id", SLUG, "resident"),
                            n.localText("question"),
                            n.localTextOrNull("hint"),
                            n.flagOr("mustBe", true),
                            n.localText("because"),
                            n.textOrNull("basis"),
                            n.localTextOrNull("instead"));
                });
    }
}
