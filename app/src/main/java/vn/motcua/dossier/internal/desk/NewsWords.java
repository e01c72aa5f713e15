package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Staff;

/// Journal entries as sentences an officer reads.
@Component
class NewsWords {
    private static final String NAMED = "desk.news.";

    /// What officers do beside the process has its words with its own pages.
    private static final String BESIDE = "desk-page.news.";

    /// What registers were asked.
    private static final String ASKED = "register.news.";

    private final Staff staff;
    private final Rules rules;

    NewsWords(Staff staff, Rules rules) {
        this.staff = staff;
        this.rules = rules;
    }

    List<String> lines(List<Entry> entries, Dossier dossier, DeskWords words) {
        return entries.isEmpty()
                ? List.of()
                : lines(entries, dossier, names(dossier.agency()), words);
    }

    List<String> lines(
            List<Entry> entries, Dossier dossier, Map<UUID, String> names, DeskWords words) {
        var lines = new ArrayList<String>();
        for (var entry : entries) lines.add(line(entry, dossier, names, words));
        return lines;
    }

    private static final Set<String> PAPERS = Set.of("supplement-received");
    private static final Set<String> CLOCK =
            Set.of("paused", "resumed", "extended", "due-moved", "accepted", "paid");
    private static final Set<String> BESIDE_THE_PROCESS =
            Set.of("marked", "note-written", "note-corrected", "message-sent");

    /// Which parts of the page these entries changed.
    static Set<String> areas(List<Entry> entries) {
        var areas = new HashSet<String>();
        for (var entry : entries) {
            var kind = entry.kind().replaceFirst("^dossier\\.", "");
            if (PAPERS.contains(kind)) areas.add("papers");
            if (CLOCK.contains(kind)) areas.add("clock");
            if (!BESIDE_THE_PROCESS.contains(kind)) areas.add("state");
        }
        return areas;
    }

    Map<UUID, String> names(String agency) {
        var names = new HashMap<UUID, String>();
        staff.inAgency(agency).forEach(member -> names.put(member.account(), member.name()));
        return names;
    }

    private String line(Entry entry, Dossier dossier, Map<UUID, String> names, DeskWords words) {
        var when = HanoiTime.timeAndDate(entry.at());
        var kind = entry.kind().replaceFirst("^dossier\\.", "");
        var key = NAMED + kind;
        var what =
                automatic(entry)
                        ? words.t(key + (officers(entry) ? ".ended" : ".automatic"))
                        : words.orElse(
                                key,
                                words.orElse(
                                        BESIDE + kind, words.orElse(ASKED + kind, entry.kind())));
        return words.t(
                "desk.news", when, who(entry, names, words), what + step(entry, dossier, words));
    }

    /// The clock follows the steps without anybody's word.
    private static boolean automatic(Entry entry) {
        return Boolean.TRUE.equals(entry.data().get("automatic"));
    }

    private static boolean officers(Entry entry) {
        return Boolean.TRUE.equals(entry.data().get("officersPause"));
    }

    private static String who(Entry entry, Map<UUID, String> names, DeskWords words) {
        if (automatic(entry)) return words.t("desk.who.platform");
        var account = entry.actor().account();
        if (entry.actor().role().equals("citizen")) return words.t("desk.who.filer");
        if (account == null) return words.t("desk.who.platform");
        return names.getOrDefault(account, words.t("desk.who.officer"));
    }

    private String step(Entry entry, Dossier dossier, DeskWords words) {
        if (!(entry.data().get("step") instanceof String id)) return "";
        var name = rules.process(dossier).find(id).map(step -> words.in(step.name()));
        return name.map(found -> ": " + found).orElse("");
    }
}
