package vn.motcua.dossier.internal.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;

/// Who has looked at a dossier, and what happened between an officer's looks.
///
/// @param before the officer's last visit before this one; null when this is the first
/// @param again whether this look belongs to a visit already written down
/// @param news what others did since `before`, oldest first
/// @param also accounts of other officers who looked within the last minutes
record Looks(@Nullable Instant before, boolean again, List<Entry> news, Set<UUID> also) {
    static final String VIEWED = "dossier.viewed";

    /// Says which paper alone was read; such a look is no visit to the dossier.
    static final String PAPER = "paper";

    /// Looks this close together are one visit.
    private static final Duration VISIT = Duration.ofMinutes(2);
    private static final Duration BESIDE = Duration.ofMinutes(10);

    /// From when on everybody's looks are needed.
    static Instant since(Instant now) {
        return now.minus(BESIDE);
    }

    /// @param history what happened, looks left out
    /// @param views the looks since [#since(Instant)], and the officer's last one before
    static Looks of(List<FeedEntry> history, List<FeedEntry> views, UUID account, Instant now) {
        @Nullable Instant before = null;
        boolean again = false;
        var also = new LinkedHashSet<UUID>();
        for (var line : views) {
            var entry = line.entry();
            var who = entry.actor().account();
            if (account.equals(who)) {
                boolean thisVisit = entry.at().isAfter(now.minus(VISIT));
                again |= thisVisit;
                if (!thisVisit) before = entry.at();
            } else if (who != null && entry.at().isAfter(now.minus(BESIDE))) also.add(who);
        }
        return new Looks(
                before, again, before == null ? List.of() : since(history, account, before), also);
    }

    /// What others did after a moment.
    static List<Entry> since(List<FeedEntry> history, UUID account, Instant moment) {
        return history.stream()
                .map(FeedEntry::entry)
                .filter(entry -> entry.at().isAfter(moment))
                .filter(entry -> !entry.kind().equals(VIEWED))
                .filter(entry -> !account.equals(entry.actor().account()))
                .toList();
    }
}
