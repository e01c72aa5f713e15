package vn.motcua.operation.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.register.Standing;

/// How it goes with the registers of other agencies; never a credential, never a person.
///
/// @param tried the register that was just knocked at; null when none was
public record RegistersView(Instant now, List<Standing> registers, @Nullable Tried tried) {
    public RegistersView {
        registers = List.copyOf(registers);
    }

    /// @param words what came of it, as a message key
    /// @param well whether it answered
    public record Tried(String register, String words, boolean well) {}

    /// Key of how a register stands.
    public String standing(Standing it) {
        if (!it.connected()) return "operation-registers.not-connected";
        var rest = it.restingUntil();
        if (rest != null && rest.isAfter(now)) return "operation-registers.resting";
        if (it.failures() > 0) return "operation-registers.failing";
        return it.answered() == null ? "operation-registers.never" : "operation-registers.well";
    }

    public String tone(Standing it) {
        if (!it.connected()) return "mc-gold";
        if (it.failures() > 0) return "mc-son";
        return it.answered() == null ? "mc-cham" : "mc-teal";
    }
}
