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

/// Lives of dossiers as the journal tells them.
final class Lives {
    static final List<String> AGENCIES =
            List.of("H29.101", "H29.102", "H29.103", "H29.104", "H29.105", "H29.106");
    static final List<String> PROCEDURES = List.of("1.001193", "1.000656", "1.001612", "2.000815");

    private Lives() {}

    /// Many lives ending before `now`, in the order they happened.
    static List<Entry> many(int count, Instant now, int days, long seed) {
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) entries.addAll(random(random, i, now, days));
        entries.removeIf(entry -> entry.at().isAfter(now));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static List<Entry> random(Random random, int number, Instant now, int days) {
        int place = random.nextInt(AGENCIES.size());
        var submitted = now.minus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
        var dossier =
                dossier(
                        "H29-" + number,
                        AGENCIES.get(place),
                        PROCEDURES.get(random.nextInt(PROCEDURES.size())),
                        random.nextInt(10) < 7
                                ? "ONLINE"
                                : random.nextInt(4) == 0 ? "POSTAL" : "DIRECT",
                        submitted);
        if (random.nextInt(12) == 0) dossier.with("assisted", true);
        dossier.happens("submitted", "SUBMITTED", Duration.ZERO);
        if (random.nextInt(25) == 0) {
            return dossier.finishes("not-accepted", "NOT_ACCEPTED", Duration.ofHours(3)).entries;
        }
        var due = submitted.plus(Duration.ofDays(3));
        dossier.with("firstDueAt", due.toString()).with("dueAt", due.toString());
        dossier.happens("accepted", "ACCEPTED", Duration.ofHours(2));
        if (random.nextInt(8) == 0) {
            int times = 1 + random.nextInt(2);
            for (int n = 1; n <= times; n++) {
                dossier.with("supplements", n);
                dossier.happens(
                        "supplement-requested", "SUPPLEMENT_REQUESTED", Duration.ofHours(5));
                due = due.plus(Duration.ofDays(2));
                dossier.with("dueAt", due.toString());
                dossier.happens("supplement-received", "PROCESSING", Duration.ofDays(2));
            }
        }
        if (random.nextInt(40) == 0) {
            return dossier.finishes("stopped", "STOPPED", Duration.ofHours(9)).entries;
        }
        dossier.happens("step-completed", "PROCESSING", Duration.ofHours(4));
        if (random.nextInt(22 - 2 * place) == 0) return dossier.entries;
        int slowness = 20 + random.nextInt(52) + (random.nextInt(10 + place * 6) == 0 ? 90 : 0);
        dossier.with("outcome", "GRANTED");
        dossier.finishes("completed", "COMPLETED", Duration.ofHours(slowness));
        dossier.with("way", random.nextInt(4) == 0 ? "COUNTER" : "ELECTRONIC");
        return dossier.happens("returned", "RETURNED", Duration.ofHours(1 + random.nextInt(30)))
                .entries;
    }

    static Life dossier(
            String code, String agency, String procedure, String channel, Instant submitted) {
        return new Life(code, agency, procedure, channel, submitted);
    }

    /// One dossier, told act by act.
    static final class Life {
        final UUID id;
        final List<Entry> entries = new ArrayList<>();
        private final String agency;
        private final Map<String, Object> data = new LinkedHashMap<>();
        private Instant at;
        private String role = "officer";

        Life(String code, String agency, String procedure, String channel, Instant submitted) {
            this.id =
                    UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            this.agency = agency;
            this.at = submitted;
            data.put("code", code);
            data.put("procedure", procedure);
            data.put("release", 1);
            data.put("channel", channel);
            data.put("submittedAt", submitted.toString());
        }

        Life with(String key, @Nullable Object value) {
            if (value == null) data.remove(key);
            else data.put(key, value);
            return this;
        }

        Life by(String actorRole) {
            role = actorRole;
            return this;
        }

        Life happens(String what, String state, Duration later) {
            at = at.plus(later);
            data.put("state", state);
            entries.add(
                    new Entry(
                            "dossier." + what,
                            "dossier",
                            id,
                            agency,
                            new Actor(
                                    what.equals("supplement-received") && role.equals("officer")
                                            ? "citizen"
                                            : role,
                                    null,
                                    null),
                            at,
                            data));
            return this;
        }

        Life finishes(String what, String state, Duration later) {
            data.put("finishedAt", at.plus(later).toString());
            return happens(what, state, later);
        }
    }
}
