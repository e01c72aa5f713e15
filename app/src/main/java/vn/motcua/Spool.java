package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where uploads wait while they are being received: in the data folder, closed to other users of
/// the machine, and empty after each start.
final class Spool {
    private Spool() {}

    static Path in(Path data) {
        var folder = data.resolve("receiving");
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (var left = Files.newDirectoryStream(folder)) {
                for (var file : left) if (Files.isRegularFile(file)) Files.deleteIfExists(file);
            }
            return folder;
        } catch (IOException problem) {
            throw new StartFailure(
                    "Không ghi được vào thư mục "
                            + folder
                            + ": kiểm tra quyền ghi."
                            + " / The folder "
                            + folder
                            + " cannot be written: check its permissions.",
                    problem);
        }
    }
}
