package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Leave of the officer, or of the whole agency for a head.
///
/// @param people who can stand in
/// @param spoken those leave can be entered for
/// @param errors field id to words
/// @param notice message key after an act; null otherwise
public record AbsenceView(
        UUID self,
        boolean head,
        List<Line> lines,
        List<Person> people,
        List<Person> spoken,
        Typed typed,
        Map<String, String> errors,
        @Nullable String notice,
        List<Kept> kept) {

    /// @param delegate who stands in; null when nobody
    /// @param to last day, in words; null for a delegation without an end
    /// @param now whether it holds today
    /// @param mayEnd whether the officer can call it off
    /// @param handsOver whether the officer can hand the person's work over
    public record Line(
            UUID id,
            UUID person,
            String name,
            @Nullable UUID delegateId,
            @Nullable String delegate,
            String from,
            @Nullable String to,
            boolean now,
            boolean mayEnd,
            boolean handsOver) {}

    /// A piece of work somebody else has in hand in the reader's place.
    ///
    /// @param row what names it, with the version that was read
    public record Kept(UUID dossier, String code, LocalText step, String holder, String row) {}

    public record Person(UUID account, String name) {}

    /// As it was typed, so that it can come back.
    public record Typed(String person, String from, String to, boolean permanent, String delegate) {
        static Typed nothing() {
            return new Typed("", "", "", false, "");
        }
    }
}
