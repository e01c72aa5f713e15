/// Hồ sơ: intake on every channel, numbers, lifecycle, supplements, deadlines, results and
/// slips (forms 01–07).
///
/// Source: [one-stop-decree] NĐ 118/2025/NĐ-CP; forms of TT 03/2025/TT-VPCP.
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {
            "kernel",
            "journal",
            "worktime",
            "organization",
            "identity",
            "vault",
            "procedure",
            "form",
            "workflow",
            "register"
        })
@NullMarked
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
