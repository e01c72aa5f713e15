package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{"tokens":["1of2.7@sign"],"votes":["1of2.7#1=ok"],"loops":["check.again:2"],
/// "issued":"GRANTED"}`: step ids
/// instead of numbers, so that a stored state can be read by people and by SQL. Ids hold no
/// character that JSON would escape.
final class StateJson {
    private StateJson() {}

    static String write(State state) {
        var process = state.process;
        var out = new StringBuilder(32 + 24 * state.tokens.length).append("{\"tokens\":[");
        for (int i = 0; i < state.tokens.length; i++) {
            var token = state.tokens[i];
            out.append(i == 0 ? "\"" : ",\"").append(token.key()).append('@');
            out.append(process.definition[token.step].id()).append('"');
        }
        out.append(']');
        votes(state, out);
        boolean first = true;
        for (int i = 0; i < state.loops.length; i++) {
            if (state.loops[i] == 0) continue;
            out.append(first ? ",\"loops\":[\"" : ",\"");
            out.append(process.counters[i]).append(':').append(state.loops[i]).append('"');
            first = false;
        }
        if (!first) out.append(']');
        var issued = state.issued();
        if (issued != null) out.append(",\"issued\":\"").append(issued).append('"');
        return out.append('}').toString();
    }

    private static void votes(State state, StringBuilder out) {
        boolean first = true;
        for (var token : state.tokens) {
            var outcomes = state.process.definition[token.step].outcomes();
            for (int seat = 1; seat <= token.votes.length; seat++) {
                int vote = token.votes[seat - 1];
                if (vote < 0) continue;
                out.append(first ? ",\"votes\":[\"" : ",\"").append(token.key());
                out.append('#').append(seat).append('=');
                out.append(outcomes.get(vote).id()).append('"');
                first = false;
            }
        }
        if (!first) out.append(']');
    }

    static State read(Process process, String json) {
        List<Token> tokens = new ArrayList<>();
        List<String> votes = new ArrayList<>();
        int[] loops = State.NO_LOOPS;
        Issue issued = null;
        String member = null;
        int depth = 0;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '[') depth++;
            if (c == ']') depth--;
            if (c != '"') continue;
            int close = json.indexOf('"', at + 1);
            if (close < 0) throw bad(json, null);
            var text = json.substring(at + 1, close);
            at = close;
            if (depth == 0 && isName(json, close + 1)) member = text;
            else if ("tokens".equals(member)) tokens.add(token(process, text));
            else if ("votes".equals(member)) votes.add(text);
            else if ("loops".equals(member)) loops = count(process, loops, text);
            else if ("issued".equals(member)) issued = Issue.valueOf(text);
            else throw bad(json, null);
        }
        if (member == null) throw bad(json, null);
        for (var vote : votes) vote(process, tokens, vote);
        return new State(process, tokens.toArray(Token[]::new), loops, issued);
    }

    private static boolean isName(String json, int from) {
        for (int at = from; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == ':') return true;
            if (!Character.isWhitespace(c)) return false;
        }
        return false;
    }

    private static Token token(Process process, String text) {
        int sign = text.indexOf('@');
        if (sign < 1) throw bad(text, null);
        try {
            return Token.parse(text.substring(0, sign), process.indexOf(text.substring(sign + 1)));
        } catch (IllegalArgumentException e) {
            throw bad(text, e);
        }
    }

    /// The database may give the votes before the tokens, so they are put on in the end.
    private static void vote(Process process, List<Token> tokens, String text) {
        int hash = text.indexOf('#');
        int equals = text.indexOf('=', hash + 1);
        if (hash < 1 || equals < 0) throw bad(text, null);
        var key = text.substring(0, hash);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!token.key().equals(key)) continue;
            var step = process.definition[token.step];
            var several = step.several();
            var outcome = step.outcome(text.substring(equals + 1));
            int seat = Integer.parseInt(text, hash + 1, equals, 10);
            if (several == null || outcome == null) throw bad(text, null);
            if (seat < 1 || seat > several.count()) throw bad(text, null);
            tokens.set(i, token.voted(several.count(), seat, step.outcomes().indexOf(outcome)));
            return;
        }
        throw bad(text, null);
    }

    private static int[] count(Process process, int[] loops, String text) {
        int colon = text.lastIndexOf(':');
        int place =
                colon < 0 ? -1 : Arrays.asList(process.counters).indexOf(text.substring(0, colon));
        if (place < 0) throw bad(text, null);
        var counted = loops.length == 0 ? new int[process.counters.length] : loops;
        counted[place] = Integer.parseInt(text, colon + 1, text.length(), 10);
        return counted;
    }

    private static IllegalArgumentException bad(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException("not a state of this process: " + text, cause);
    }
}
