package vn.motcua.workflow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One place where the dossier is. Outside every split there is exactly one; a split
/// replaces it by a child for each branch, the join puts it back. Hops only grow along a
/// way, so (path, hop) never returns.
final class Token {
    static final int[] NO_VOTES = {};

    /// The split this token is a branch of; splits are equal when their paths are.
    record Split(@Nullable Split parent, int branch, int size) {
        int depth() {
            return parent == null ? 1 : parent.depth() + 1;
        }
    }

    final @Nullable Split split;
    final int branch;
    final int step;
    final int hop;

    /// `votes[seat - 1]` = outcome, or -1; empty while nobody has voted.
    final int[] votes;

    private @Nullable String key;

    Token(@Nullable Split split, int branch, int step, int hop) {
        this(split, branch, step, hop, NO_VOTES);
    }

    private Token(@Nullable Split split, int branch, int step, int hop, int[] votes) {
        this.split = split;
        this.branch = branch;
        this.step = step;
        this.hop = hop;
        this.votes = votes;
    }

    /// The same opening with one more vote.
    Token voted(int seats, int seat, int outcome) {
        var more = votes.length == 0 ? new int[seats] : votes.clone();
        if (votes.length == 0) Arrays.fill(more, -1);
        more[seat - 1] = outcome;
        return new Token(split, branch, step, hop, more);
    }

    /// Another opening of the same step, the votes kept.
    Token renewed(int newHop) {
        return new Token(split, branch, step, newHop, votes);
    }

    Token at(int nextStep) {
        return new Token(split, branch, nextStep, hop + 1);
    }

    boolean sameSplit(@Nullable Split other) {
        return split == other || (split != null && split.equals(other));
    }

    /// For example `1of2.2of3.7`: second branch of three inside the first of two, seventh
    /// hop.
    String key() {
        var known = key;
        if (known == null) {
            known = split == null ? Integer.toString(hop) : path(new StringBuilder()) + hop;
            key = known;
        }
        return known;
    }

    String path(StringBuilder out) {
        appendPath(out, split, branch);
        return out.toString();
    }

    private static void appendPath(StringBuilder out, @Nullable Split split, int branch) {
        if (split == null) return;
        appendPath(out, split.parent(), split.branch());
        out.append(branch + 1).append("of").append(split.size()).append('.');
    }

    /// The same opening with the same votes.
    boolean same(Token other) {
        return step == other.step && key().equals(other.key()) && Arrays.equals(votes, other.votes);
    }

    /// Those of `all` that are not among `others`.
    static Token[] without(Token[] all, Token[] others) {
        return Arrays.stream(all)
                .filter(token -> Arrays.stream(others).noneMatch(token::same))
                .toArray(Token[]::new);
    }

    static Token parse(String key, int step) {
        Split split = null;
        int branch = 0;
        int from = 0;
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', from)) {
            int of = key.indexOf("of", from);
            if (of < 0 || of > dot) throw new IllegalArgumentException(key);
            split = new Split(split, branch, Integer.parseInt(key, of + 2, dot, 10));
            branch = Integer.parseInt(key, from, of, 10) - 1;
            if (branch < 0 || branch >= split.size()) throw new IllegalArgumentException(key);
            from = dot + 1;
        }
        return new Token(split, branch, step, Integer.parseInt(key, from, key.length(), 10));
    }
}
