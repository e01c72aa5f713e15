package vn.motcua.dossier.internal.sample;

import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.procedure.Channel;

/// One sample dossier: what is decided about it beforehand, and its identifier once it is filed.
final class Life {
    final int number;
    final String procedure;
    final Office office;
    final Filer filer;
    final Channel channel;
    final ReturnWay returnWay;
    final Fate fate;
    final Instant start;

    /// Working time of a step as a share of its hours.
    final double pace;

    final boolean withPaper;
    final Random random;
    private @Nullable UUID id;
    private boolean asked;

    Life(
            int number,
            String procedure,
            Office office,
            Filer filer,
            Fate fate,
            Instant start,
            double pace,
            Random random) {
        this.number = number;
        this.procedure = procedure;
        this.office = office;
        this.filer = filer;
        this.fate = fate;
        this.start = start;
        this.pace = pace;
        this.random = random;
        this.channel = filer.account() == null ? Channel.DIRECT : Channel.ONLINE;
        this.returnWay =
                filer.account() != null && random.nextInt(3) > 0
                        ? ReturnWay.ELECTRONIC
                        : ReturnWay.COUNTER;
        this.withPaper = fate.asksAtReception() || random.nextInt(5) < 2;
    }

    void filed(UUID dossier) {
        id = dossier;
    }

    /// A supplement has been asked for.
    void askedOnce() {
        asked = true;
    }

    boolean asked() {
        return asked;
    }

    UUID id() {
        return Objects.requireNonNull(id, "not filed yet");
    }
}
