package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To whom a head can give one piece of work, with what each of them has in hand already.
///
/// @param holder who has it now; null when nobody
public record HandView(
        UUID dossier,
        String code,
        int version,
        UUID task,
        String step,
        @Nullable String holder,
        List<Officer> officers) {
    /// @param absent for whom they would stand in; null when nobody
    /// @param current whether it is theirs now
    public record Officer(
            UUID account,
            String name,
            long load,
            boolean away,
            @Nullable String absent,
            boolean current) {
        public boolean free() {
            return !away && !current;
        }
    }

    /// Whether the work can be given to anybody at all.
    public boolean someone() {
        return officers.stream().anyMatch(Officer::free);
    }
}
