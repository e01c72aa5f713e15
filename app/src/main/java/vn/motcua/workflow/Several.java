package vn.motcua.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several people at one step, each on a seat of their own with one vote.
///
/// @param count seats, numbered from 1
/// @param quorum how many equal votes decide; only for [Rule#QUORUM]
/// @param otherwise id of the outcome when people do not agree; null where that cannot be
public record Several(int count, Rule rule, int quorum, @Nullable String otherwise) {
    public static final int MOST = 15;

    public enum Rule {
        /// Everybody is heard. The outcome all gave, else `otherwise`.
        ALL,
        /// Whoever comes first decides.
        FIRST,
        /// The first outcome given so often, else `otherwise` as soon as none can be any more.
        QUORUM
    }

    public static Several all(int count, @Nullable String otherwise) {
        return new Several(count, Rule.ALL, count, otherwise);
    }

    public static Several first(int count) {
        return new Several(count, Rule.FIRST, 1, null);
    }

    public static Several quorum(int quorum, int count, @Nullable String otherwise) {
        return new Several(count, Rule.QUORUM, quorum, otherwise);
    }

    /// How many equal votes decide.
    public int needed() {
        return switch (rule) {
            case ALL -> count;
            case FIRST -> 1;
            case QUORUM -> quorum;
        };
    }

    /// What the votes given so far come to; null while that is open.
    @Nullable String decided(List<String> votes) {
        int most = most(votes);
        if (most >= needed()) return winner(votes);
        int left = count - votes.size();
        if (rule == Rule.ALL ? left == 0 : most + left < needed()) return otherwise;
        return null;
    }

    private static int most(Collection<String> votes) {
        int most = 0;
        for (var vote : votes) most = Math.max(most, Collections.frequency(votes, vote));
        return most;
    }

    private @Nullable String winner(List<String> votes) {
        for (var vote : votes) if (Collections.frequency(votes, vote) >= needed()) return vote;
        return null;
    }
}
