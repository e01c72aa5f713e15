package vn.motcua.procedure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One paper of a dossier (thành phần hồ sơ).
///
/// @param id stable name inside the release
/// @param code national code `000.00.00.G15-KQ004389`, null when none was published
/// @param channels in which ways of filing it is asked for
/// @param caseCode the case that asks for it, null for all
/// @param when expression over the answers that tells whether it is asked for, null for always
/// @param replacedBy the register whose data take its place, null when none does
public record Component(
        String id,
        @Nullable String code,
        LocalText name,
        Handling handling,
        boolean required,
        int originals,
        int copies,
        Set<Channel> channels,
        @Nullable String caseCode,
        @Nullable String when,
        @Nullable ReplacedBy replacedBy,
        @Nullable LocalText note) {

    /// Handed in, or shown and taken back.
    public enum Handling {
        SUBMIT,
        PRESENT
    }

    /// Data instead of paper.
    public record ReplacedBy(String register, @Nullable LocalText note) {}

    public Component {
        channels = Set.copyOf(channels);
    }
}
