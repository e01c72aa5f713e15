package vn.motcua.dossier.internal.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message of the conversation with the person.
///
/// @param topic first message of its topic
/// @param author account; null for whoever wrote from the tracking page
/// @param read when the other side first saw it; null while it has not
/// @param readName the officer who saw it; null for the person
record Message(
        UUID id,
        UUID dossier,
        UUID topic,
        Side side,
        Way way,
        @Nullable UUID author,
        String authorName,
        String body,
        List<Sent> files,
        Instant at,
        @Nullable Instant read,
        @Nullable String readName) {

    enum Side {
        OFFICE,
        PERSON;

        Side other() {
            return this == OFFICE ? PERSON : OFFICE;
        }
    }

    enum Way {
        DESK,
        ACCOUNT,
        TRACKING
    }

    /// A file handed in with a message.
    record Sent(UUID id, String name, long size) {}

    boolean opens() {
        return id.equals(topic);
    }
}
