package vn.motcua.dossier.internal.queue;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// The screen on the wall.
public record ScreenView(
        String code, LocalText agency, List<ScreenCall> calls, int waiting, String clock) {}
