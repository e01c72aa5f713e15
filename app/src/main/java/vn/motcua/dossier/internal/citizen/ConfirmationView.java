package vn.motcua.dossier.internal.citizen;

import vn.motcua.dossier.internal.tracking.Progress;

/// Shown once a dossier is filed.
///
/// @param qr data address of a picture that opens the tracking page
public record ConfirmationView(Progress progress, String summary, String qr, boolean repeated) {}
