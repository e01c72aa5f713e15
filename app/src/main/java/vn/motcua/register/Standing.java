package vn.motcua.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it goes with one register; nothing about a person, and no credential.
///
/// @param host where it is reached; null when nobody has said
/// @param trouble of the latest failure
/// @param failures in a row
/// @param restingUntil until when it is left alone; null when it is not
/// @param waiting questions not answered yet
/// @param given questions nobody goes on asking
public record Standing(
        Register register,
        @Nullable String host,
        @Nullable Instant answered,
        @Nullable Instant failed,
        @Nullable Trouble trouble,
        int failures,
        @Nullable Instant restingUntil,
        long waiting,
        @Nullable Instant oldest,
        long given) {
    public boolean connected() {
        return host != null;
    }

    public boolean well() {
        return connected() && failures == 0;
    }
}
