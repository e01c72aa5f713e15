/// Agencies and their codes, their units, positions and people; the administrative units of the
/// country as they are and as they were.
///
/// Administrative units are reference data and stay in memory; agencies, units and staff are
/// tables. Sources: identification codes of agencies [agency-codes] QĐ 20/2020/QĐ-TTg as amended
/// by QĐ 09/2025/QĐ-TTg; codes of administrative units [unit-codes] QĐ 19/2025/QĐ-TTg.
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.motcua.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
