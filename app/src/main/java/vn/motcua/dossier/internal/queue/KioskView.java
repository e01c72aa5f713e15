package vn.motcua.dossier.internal.queue;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// Where tickets are taken.
///
/// @param online whether somebody signed in takes it from afar
public record KioskView(
        String code,
        LocalText agency,
        LocalText desk,
        List<KioskOption> services,
        List<KioskOption> groups,
        int waiting,
        boolean online) {}
