package vn.motcua.dossier.internal.counter;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the counter that takes scans: it knows what may be scanned for it.
public interface ScanPlace {
    /// Its word in the address, such as `papers`.
    String place();

    /// What is scanned; empty when there is nothing of that name, or it is not the caller's to do.
    ///
    /// @param subject the draft or dossier
    Optional<Slot> slot(UUID subject, String slot, Locale locale);

    /// @param name of the paper, which its file will carry
    /// @param back address of the page that asked for it
    /// @param person account of whose paper it is; null when they have none
    record Slot(String name, String back, @Nullable UUID person) {}
}
