package vn.motcua.dossier.internal.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an officer may choose on a dossier's page.
public enum ActKind {
    ACCEPT(false),
    SUPPLEMENT(true),
    RECEIVE_SUPPLEMENT(false),
    REFUSE(true),
    CLAIM(false),
    STEP(false),
    EXTEND(true),
    PAUSE(true),
    RESUME(false),
    GRANT_WITHDRAWAL(true),
    DECLINE_WITHDRAWAL(true),
    STOP(true),
    /// A signed result is taken back before it is handed over.
    RECALL(true);

    private final boolean words;

    ActKind(boolean words) {
        this.words = words;
    }

    /// Whether the person is owed words.
    public boolean needsWords() {
        return words;
    }

    /// Whether a reason of a list has to be chosen: the release's own, or why it is late.
    public boolean needsReason() {
        return this == SUPPLEMENT || this == REFUSE || this == EXTEND || this == PAUSE;
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ActKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
