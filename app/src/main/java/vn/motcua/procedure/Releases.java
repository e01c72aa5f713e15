package vn.motcua.procedure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The released versions of all procedures.
public interface Releases {
    /// The national release in force today.
    Optional<Release> current(String procedureCode);

    /// The release in force today for one agency: its own overlay, else that of the nearest agency
    /// above it, else the national one.
    Optional<Release> current(String procedureCode, String agencyCode);

    /// Any release ever imported, in force or not.
    Optional<Release> find(ReleaseId id);

    /// All national releases in force today, by code.
    List<Release> current();

    /// Everything wrong with these files; nothing is stored. For the studio's dry run.
    List<Fault> check(ReleaseFiles files);

    /// Checks and stores one release. The same content again is a no-operation; another content
    /// under the same version is refused.
    ImportReport importFiles(ReleaseFiles files);

    /// Imports one release folder (it holds `procedure.yaml`) or a whole tree `<code>/<version>/…`.
    /// A bad release is reported and left out; the others are imported.
    ImportReport importFolder(Path folder);
}
