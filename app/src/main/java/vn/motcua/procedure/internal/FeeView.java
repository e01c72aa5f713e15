package vn.motcua.procedure.internal;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FeeLine;

/// One fee line as pages show it: free, an amount, or not known, never mixed up.
public record FeeView(
        Phrase amount, LocalText name, @Nullable LocalText per, @Nullable LocalText note) {
    static FeeView of(FeeLine line) {
        var money = line.amount();
        var amount =
                line.free()
                        ? Phrase.of("procedure.fee.free")
                        : money == null
                                ? Phrase.of("procedure.fee.unknown")
                                : Phrase.of("procedure.fee.amount", money.formatted());
        return new FeeView(amount, line.name(), line.per(), line.note());
    }
}
