package vn.motcua.procedure.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Where to go with a procedure.
///
/// @param typed the place somebody typed
/// @param asked whether a place was given at all
/// @param choices communes the typed place may be
public record CounterView(
        String typed, boolean asked, @Nullable Counter counter, List<Choice> choices) {

    /// @param shifts opening hours today, empty when closed
    /// @param dayOff name of today's holiday
    public record Counter(
            LocalText desk,
            LocalText agency,
            String address,
            String phone,
            List<String> shifts,
            @Nullable LocalText dayOff) {}

    public record Choice(String code, String name, @Nullable String former) {}

    static CounterView unasked() {
        return new CounterView("", false, null, List.of());
    }
}
