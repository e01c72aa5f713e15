package vn.motcua.dossier.internal.queue;

import vn.motcua.kernel.LocalText;

/// What can be chosen where tickets are taken.
public record KioskOption(String id, LocalText name) {}
