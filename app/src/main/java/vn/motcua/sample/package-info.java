/// Dữ liệu mẫu: the first run on an empty database. Agencies, people and six weeks of dossiers
/// come into being through the same doors a real day uses; everybody in it is invented.
@ApplicationModule(
        displayName = "Sample data",
        allowedDependencies = {"kernel", "journal", "organization", "identity", "dossier"})
@NullMarked
package vn.motcua.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
