package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;

class ShippedReleasesTest {
    @Test
    void every_shipped_release_is_without_fault_in_its_own_words() {
        var found = ReleaseFolders.under(Path.of("../procedures"));
        assertThat(found).isNotEmpty();
        for (var folder : found) {
            var faults = new FaultSink();
            var files = ReleaseFiles.read(folder.path(), faults);
            ReleaseReading.read(files, List.of(), faults);
            assertThat(faults.faults())
                    .as(folder.name())
                    .extracting(fault -> fault.sentence(Locale.ENGLISH))
                    .isEmpty();
        }
    }
}
