/// Số liệu điều hành: figures kept from the journal alone, each with the dossiers behind it.
///
/// One row per dossier, one per piece of work, and one row per agency, procedure and day are
/// kept up to date entry by entry, and can be built anew from the first entry at any time. How
/// dossiers are scored is a pure function over these rows: [index-set] QĐ 766/QĐ-TTg, group 2
/// (progress).
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {
            "kernel",
            "journal",
            "worktime",
            "organization",
            "identity",
            "procedure",
            "workflow",
            "dossier"
        })
@NullMarked
package vn.motcua.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
