package vn.motcua.dossier.internal.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Where tickets are taken.
///
/// @param closed the hours, when no tickets are given out now
/// @param online whether somebody signed in takes it from afar
public record KioskView(
        String code,
        LocalText agency,
        LocalText desk,
        List<KioskOption> services,
        List<KioskOption> groups,
        int waiting,
        boolean online,
        @Nullable CounterHours closed) {}
