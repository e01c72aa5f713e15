package vn.motcua.procedure.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.intake.Table.Line;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Published.LocalCode;
import vn.motcua.procedure.internal.records.Published.Named;
import vn.motcua.procedure.internal.records.Published.Paper;
import vn.motcua.procedure.internal.records.Published.Way;
import vn.motcua.procedure.internal.records.Subjects;

/// One procedure while its lines are read: cells of its further lines belong to its lists.
final class Draft {
    private static final Pattern DOCUMENT =
            Pattern.compile(
                    "(?<!\\d)\\d{1,8}[A-Za-z]?/(?:\\d{4}/)?[\\p{Lu}\\d]{1,20}(?:-[\\p{Lu}\\d]{1,20}){0,9}");
    private static final Pattern RESULT =
            Pattern.compile("\\b[A-Z]{1,20}\\d{0,6}\\.[A-Z0-9.]{0,40}\\d{3,6}\\b");

    private final Headings headings;
    private final int line;
    private final Values.Code code;
    private final String name;
    private final @Nullable String section;
    private final Map<String, Set<String>> texts = new LinkedHashMap<>();
    private final Map<String, Paper> papers = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();

    Draft(Headings headings, int line, Values.Code code, String name, @Nullable String section) {
        this.headings = headings;
        this.line = line;
        this.code = code;
        this.name = name;
        this.section = section;
        if (code.mended()) note("code", "code-mended", code.code());
    }

    String code() {
        return code.code();
    }

    String name() {
        return name;
    }

    String agency() {
        return text("agency") == null ? "" : all("agency");
    }

    int line() {
        return line;
    }

    void add(Line more) {
        for (var key : headings.columns().keySet()) {
            var text = headings.cell(more, key);
            if (text.isEmpty() || key.equals("code") || key.equals("name")) continue;
            if (key.equals("papers")) papers(more, text);
            else texts.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(text);
        }
    }

    private void papers(Line line, String text) {
        var originals = count(headings.cell(line, "originals"));
        var copies = count(headings.cell(line, "copies"));
        for (var part : Values.parts(text)) {
            papers.putIfAbsent(
                    part, new Paper(null, LocalText.of(part), originals, copies, null, null, null));
        }
    }

    private static @Nullable Integer count(String typed) {
        var digits = typed.replaceAll("\\D+", "");
        return digits.isEmpty() || digits.length() > 2 ? null : Integer.valueOf(digits);
    }

    void fault(String key, String note, Object... args) {
        add(key, note, true, args);
    }

    private void note(String key, String note, Object... args) {
        add(key, note, false, args);
    }

    private void add(String key, String note, boolean grave, Object... args) {
        List<String> words = new ArrayList<>();
        for (var arg : args) words.add(String.valueOf(arg));
        notes.add(new Note(line, headings.place(key), note, words, grave));
    }

    Item finished() {
        Published record = null;
        try {
            record = record();
        } catch (RuntimeException _) {
            fault("code", "shape", code.code());
        }
        boolean grave = notes.stream().anyMatch(Note::grave);
        return Soundness.checked(
                new Item(
                        line,
                        code.code(),
                        name,
                        grave ? null : record,
                        notes,
                        Merging.told(headings.columns().keySet())));
    }

    private Published record() {
        var agency = text("agency");
        if (name.isEmpty() && agency == null) fault("name", "no-name");
        var effective = date("effective");
        var decisions = decisions(effective);
        boolean ends = decisions.stream().anyMatch(Draft::ends);
        var english = text("nameEn");
        var summary = text("summary");
        return new Published(
                code.code(),
                agency(agency),
                name.isEmpty() ? null : new LocalText(name, english == null ? name : english),
                summary == null ? null : LocalText.of(summary),
                text("keywords") == null
                        ? List.of()
                        : Values.parts(all("keywords").replace(',', ';')),
                kind(),
                field(),
                text("levels") == null ? List.of() : Values.levels(all("levels")),
                text("promulgatingAgency"),
                text("executing"),
                text("nonTerritorial") == null ? null : Values.flag(all("nonTerritorial")),
                null,
                subjects(),
                declared(),
                ways(),
                List.of(),
                List.copyOf(papers.values()),
                list("notes").stream().map(LocalText::of).toList(),
                list("steps").stream()
                        .map(step -> new Published.Step(LocalText.of(step), null))
                        .toList(),
                list("results").stream().map(text -> named(text, RESULT)).toList(),
                list("requirements").stream().map(LocalText::of).toList(),
                list("legalBasis").stream().map(text -> named(text, DOCUMENT)).toList(),
                related(),
                localCodes(),
                decisions,
                ends ? null : effective,
                date("validTo"),
                text("source"));
    }

    private @Nullable String agency(@Nullable String typed) {
        if (typed == null) return null;
        var upper = typed.toUpperCase(java.util.Locale.ROOT);
        if (upper.matches("[A-Z][A-Z0-9]*(\\.[A-Z0-9]+){0,5}")) return upper;
        fault("agency", "agency", typed);
        return null;
    }

    private ProcedureRecord.@Nullable Kind kind() {
        var typed = text("kind");
        if (typed == null) return null;
        var folded = Fold.fold(typed);
        if (folded.contains("dac thu") || folded.equals("specific")) {
            return ProcedureRecord.Kind.SPECIFIC;
        }
        return folded.contains("noi bo")
                ? ProcedureRecord.Kind.STANDARD_INTERNAL
                : ProcedureRecord.Kind.STANDARD;
    }

    private @Nullable Named field() {
        var typed = text("field") == null ? section : text("field");
        var number = text("fieldCode");
        if (typed == null) return null;
        return new Named(number, LocalText.of(Fold.tidy(typed)));
    }

    private List<String> subjects() {
        List<String> codes = new ArrayList<>();
        for (var part : list("subjects")) {
            for (var piece : part.split("[,/]", -1)) {
                var one = Subjects.code(piece);
                if (one != null && !codes.contains(one)) codes.add(one);
            }
            for (var one : Subjects.named(part)) if (!codes.contains(one)) codes.add(one);
        }
        if (codes.isEmpty() && text("subjects") != null) {
            note("subjects", "subjects", all("subjects"));
        }
        return codes;
    }

    private vn.motcua.procedure.@Nullable OnlineLevel declared() {
        var typed = text("declared");
        if (typed == null) return null;
        var level = Values.online(typed);
        if (level == null) note("declared", "declared", typed);
        return level;
    }

    private List<Way> ways() {
        List<Channel> channels = new ArrayList<>(Values.channels(all("channels")));
        for (var channel : Channel.values()) {
            boolean own = text("term." + channel) != null || text("fee." + channel) != null;
            if (own && !channels.contains(channel)) channels.add(channel);
        }
        if (channels.isEmpty()) {
            if (text("term") == null && text("fee") == null) return List.of();
            channels.add(Channel.DIRECT);
        }
        List<Way> ways = new ArrayList<>();
        for (var channel : Channel.values()) {
            if (channels.contains(channel)) ways.add(way(channel));
        }
        return ways;
    }

    private Way way(Channel channel) {
        var column = text("term." + channel) == null ? "term" : "term." + channel;
        var words = ofChannel(all(column), channel);
        var fees =
                ofChannel(all(text("fee." + channel) == null ? "fee" : "fee." + channel), channel);
        var read = Values.fees(fees);
        if (words.isEmpty()) return new Way(channel, null, null, null, null, null, read, null);
        var time = Values.time(words);
        if (!Soundness.limit(time.quantity(), time.unit())) fault(column, "term-long", words);
        if (time.unit() == null) {
            note(column, time.quantity() == null ? "term-words" : "term-unit", words);
        }
        return new Way(
                channel,
                null,
                null,
                time.unit() == null ? null : time.quantity(),
                time.unit(),
                time.words(),
                read,
                null);
    }

    /// `Trực tiếp: 5 ngày; Trực tuyến: 3 ngày` holds a part for each way of filing.
    private static String ofChannel(String text, Channel channel) {
        if (Values.channels(text).isEmpty()) return text;
        List<String> mine = new ArrayList<>();
        boolean taking = true;
        for (var part : Values.parts(text)) {
            var named = Values.channels(part);
            if (!named.isEmpty()) taking = named.contains(channel);
            if (taking) mine.add(part);
        }
        return String.join("; ", mine);
    }

    private static Named named(String text, Pattern shape) {
        var found = shape.matcher(text);
        return new Named(found.find() ? found.group() : null, LocalText.of(text));
    }

    private List<Published.Related> related() {
        List<Published.Related> related = new ArrayList<>();
        for (var part : list("related")) {
            for (var word : part.split("[\\s,]+", -1)) {
                Values.code(word)
                        .ifPresent(found -> related.add(new Published.Related(found.code(), null)));
            }
        }
        return related;
    }

    private List<LocalCode> localCodes() {
        List<LocalCode> codes = new ArrayList<>();
        if (code.local() != null) codes.add(new LocalCode(code.local(), null));
        for (var part : list("localCode")) codes.add(new LocalCode(part, null));
        return codes;
    }

    static boolean ends(Decision decision) {
        return decision.act() == Act.ABOLISH || decision.act() == Act.REPLACE;
    }

    private List<Decision> decisions(@Nullable LocalDate effective) {
        var number = text("decisionNumber");
        var typed = text("decisionAct");
        var act = typed == null ? null : Values.act(typed);
        if (typed != null && act == null) note("decisionAct", "act", typed);
        var replacing = text("replacedBy") == null ? null : Values.code(all("replacedBy"));
        var successor = replacing == null ? null : replacing.map(Values.Code::code).orElse(null);
        if (act == null && successor != null) act = Act.REPLACE;
        var day = date("decisionDate");
        if (number == null && day == null && act == null) return List.of();
        return List.of(
                new Decision(
                        act == null ? Act.ANNOUNCE : act,
                        number,
                        day,
                        date("published"),
                        text("promulgatingAgency"),
                        effective,
                        successor));
    }

    private @Nullable LocalDate date(String key) {
        var typed = text(key);
        if (typed == null) return null;
        var date = Values.date(typed);
        if (date.isEmpty()) fault(key, "date", typed);
        return date.orElse(null);
    }

    private @Nullable String text(String key) {
        var all = texts.get(key);
        return all == null ? null : all.iterator().next();
    }

    private String all(String key) {
        return String.join("\n", texts.getOrDefault(key, Set.of()));
    }

    private List<String> list(String key) {
        return Values.parts(all(key));
    }
}
