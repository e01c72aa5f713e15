package vn.motcua.insight.internal;

import vn.motcua.kernel.LocalText;

/// One reason, and the dossiers behind it.
public record ReasonLine(
        LocalText name,
        long apology,
        long completed,
        double share,
        String apologyLink,
        String completedLink) {}
