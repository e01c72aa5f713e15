package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Reception: whose matter it is and what they want.
///
/// @param personalId as typed
/// @param person who was found; null when nobody was looked up or found
/// @param unknown whether somebody was looked up and has no account
/// @param searched whether the list is of found procedures, not all of them
public record CounterView(
        String personalId,
        @Nullable Person person,
        boolean unknown,
        String search,
        boolean searched,
        List<Procedure> procedures,
        List<Open> drafts,
        Map<String, String> errors) {

    public record Person(String name, @Nullable String birthDate, @Nullable String address) {}

    public record Procedure(String code, LocalText name, LocalText audience) {}

    /// A draft this officer has begun.
    public record Open(UUID id, LocalText procedure, String saved) {}
}
