package vn.motcua.bench;

import java.nio.file.Path;

/// One thing that is measured.
@FunctionalInterface
interface Scenario {
    /// @param scratch an empty folder that is removed afterwards
    void run(Settings settings, Report report, Path scratch) throws Exception;
}
