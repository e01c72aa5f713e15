package vn.motcua.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;

/// Journal entries of dossiers whose steps are opened, taken, interrupted and done.
final class WorkLives {
    private static final List<String> AGENCIES = List.of("H29.101", "H29.102");
    private static final List<String> PROCEDURES = List.of("1.001193", "1.001612");
    private static final List<String> STEPS = List.of("appraise", "sign", "print");

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();

    private WorkLives(long seed) {
        random = new Random(seed);
    }

    static List<Entry> many(int count, Instant now, int days, long seed) {
        var lives = new WorkLives(seed);
        for (int i = 0; i < count; i++) lives.one(i, now, days);
        lives.entries.removeIf(entry -> entry.at().isAfter(now));
        lives.entries.sort(Comparator.comparing(Entry::at));
        return lives.entries;
    }

    static UUID officer(int number) {
        return new UUID(7, number);
    }

    private void one(int number, Instant now, int days) {
        var story = new Story(number, now.minus(Duration.ofHours(random.nextInt(days * 24))));
        story.happens("submitted", Map.of(), null);
        story.happens("accepted", Map.of(), null);
        story.happens("step-completed", opens(number, 0, "receive#0"), officer(9));
        for (int step = 0; step < STEPS.size(); step++) {
            var who = officer(random.nextInt(4));
            if (random.nextInt(3) == 0)
                story.happens("taken-over", Map.of("step", STEPS.get(step)), who);
            if (random.nextInt(6) == 0) {
                story.happens("supplement-requested", Map.of(), who);
                story.happens("supplement-received", Map.of(), null);
            }
            if (random.nextInt(30) == 0) {
                story.happens("stopped", Map.of(), who);
                return;
            }
            var done = STEPS.get(step) + "#" + number;
            story.happens("step-completed", opens(number, step + 1, done), who);
            if (random.nextInt(9) == 0)
                story.happens(
                        "lateness-explained",
                        Map.of(
                                "stage",
                                random.nextBoolean() ? "APOLOGY" : "COMPLETED",
                                "reason",
                                random.nextBoolean() ? "workload" : "complex"),
                        who);
        }
    }

    private static Map<String, Object> opens(int number, int next, String done) {
        var data = new LinkedHashMap<String, Object>();
        data.put("step", done.substring(0, done.indexOf('#')));
        data.put("token", done);
        if (next < STEPS.size()) {
            var opened = new LinkedHashMap<String, Object>();
            opened.put("step", STEPS.get(next));
            opened.put("token", STEPS.get(next) + "#" + number);
            opened.put("position", next == 1 ? "APPROVER" : "CASE_OFFICER");
            if (next == 0) opened.put("unit", number % 2 == 0 ? "ho-tich" : "kinh-te");
            opened.put("minutes", 60 * (next + 1));
            data.put("opens", List.of(opened));
        }
        return data;
    }

    private final class Story {
        private final int number;
        private Instant at;

        Story(int number, Instant at) {
            this.number = number;
            this.at = at;
        }

        void happens(String what, Map<String, Object> more, @Nullable UUID by) {
            var data = new LinkedHashMap<String, Object>();
            data.put("code", "H29-W-" + number);
            data.put("procedure", PROCEDURES.get(number % 2));
            data.put("channel", "ONLINE");
            data.put("state", what.equals("stopped") ? "STOPPED" : "PROCESSING");
            data.putAll(more);
            entries.add(
                    new Entry(
                            "dossier." + what,
                            "dossier",
                            new UUID(1, number),
                            AGENCIES.get(number % 3 % 2),
                            new Actor("officer", by, null),
                            at,
                            data));
            at = at.plus(Duration.ofMinutes(10 + random.nextInt(600)));
        }
    }
}
