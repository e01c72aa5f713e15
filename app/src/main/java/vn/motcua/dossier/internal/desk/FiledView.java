package vn.motcua.dossier.internal.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.tracking.Progress;

/// A dossier just received at the counter.
///
/// @param slip the receipt to print; null where none was issued
/// @param qr picture of the tracking address
/// @param labels whether there are papers to label
public record FiledView(
        UUID id,
        Progress progress,
        String summary,
        String filer,
        @Nullable UUID slip,
        String qr,
        boolean labels) {}
