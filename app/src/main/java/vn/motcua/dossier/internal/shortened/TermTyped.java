package vn.motcua.dossier.internal.shortened;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.TypedDate;
import vn.motcua.procedure.Channel;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// A shortened term as an operator typed it.
///
/// @param channel `ONLINE`, `DIRECT` or `POSTAL`; empty for every channel
/// @param how `PERCENT` off the published term, or `AMOUNT`: the new term itself
/// @param to empty while no end is decided
public record TermTyped(
        String procedure,
        String caseCode,
        String agency,
        String channel,
        String how,
        String percent,
        String quantity,
        String unit,
        String from,
        String to,
        String decision,
        String decided) {
    private static final int LONGEST = 200;

    static TermTyped nothing() {
        return new TermTyped(
                "", "", "", "ONLINE", "PERCENT", "", "", "WORKING_DAY", "", "", "", "");
    }

    static TermTyped read(MultiValueMap<String, String> sent) {
        return new TermTyped(
                text(sent, "procedure"),
                text(sent, "caseCode"),
                text(sent, "agency"),
                text(sent, "channel"),
                text(sent, "how"),
                text(sent, "percent"),
                text(sent, "quantity"),
                text(sent, "unit"),
                text(sent, "from"),
                text(sent, "to"),
                text(sent, "decision"),
                text(sent, "decided"));
    }

    static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        var tidy = value == null ? "" : value.replaceAll("\\p{Cc}", "").strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    /// Tells whether what is confirmed is what was previewed.
    public String digest() {
        return Integer.toHexString(hashCode());
    }

    public boolean byPercent() {
        return !how.equals("AMOUNT");
    }

    Optional<LocalDate> first() {
        return TypedDate.read(from);
    }

    Optional<LocalDate> last() {
        return TypedDate.read(to);
    }

    @Nullable Channel by() {
        return Arrays.stream(Channel.values())
                .filter(known -> known.name().equals(channel))
                .findFirst()
                .orElse(null);
    }

    /// The new term; empty when what was typed makes none that could be shorter.
    Optional<TimeLimit> limit(TimeLimit usual) {
        try {
            return byPercent() ? part(usual) : amount();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<TimeLimit> amount() {
        return Optional.of(new TimeLimit(Integer.parseInt(quantity), TermUnit.valueOf(unit), null));
    }

    /// Of a broken day nothing is left to the office: a third off ten days leaves six. A term of
    /// one day cannot be cut by per cent; hours can.
    private Optional<TimeLimit> part(TimeLimit usual) {
        int off = Integer.parseInt(percent);
        if (off < 1 || off > 99) return Optional.empty();
        int left = usual.quantity() * (100 - off) / 100;
        return left < 1 || left == usual.quantity()
                ? Optional.empty()
                : Optional.of(new TimeLimit(left, usual.unit(), usual.cutoff()));
    }

    /// What the term rests on, as people read it on their slips.
    String rests() {
        return decision + ", " + HanoiTime.date(TypedDate.read(decided).orElseThrow());
    }
}
