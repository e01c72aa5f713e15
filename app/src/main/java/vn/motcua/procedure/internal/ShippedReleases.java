package vn.motcua.procedure.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.Releases;

/// Imports the folder of releases (`motcua.procedures`) when the program starts. What was imported
/// before is recognised by its hash; what is bad is logged and left out.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ShippedReleases implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedReleases.class);

    private final Releases releases;
    private final Asking asking;
    private final Path folder;

    ShippedReleases(
            Releases releases,
            Asking asking,
            @Value("${motcua.procedures:procedures}") Path folder) {
        this.releases = releases;
        this.asking = asking;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.isDirectory(folder)) {
            LOG.info("no folder of releases at {}", folder);
            return;
        }
        var report = asking.as(Caller.system(), () -> releases.importFolder(folder));
        LOG.info(
                "releases: {} new, {} unchanged, {} refused",
                report.imported().size(),
                report.unchanged().size(),
                report.refused().size());
        for (var refused : report.refused()) {
            for (var fault : refused.faults()) {
                LOG.debug("{}: {}", refused.folder(), fault.sentence(Locale.ENGLISH));
            }
        }
    }
}
