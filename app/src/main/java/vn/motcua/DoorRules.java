package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Who may knock at the embedded server (`pg_hba.conf`): from this machine only, and with a
/// password. Being a user of this machine is not enough.
final class DoorRules {
    private static final String RULES =
            """
            # Written by Một Cửa: from this machine only, and never without a password.
            local all all                scram-sha-256
            host  all all 127.0.0.1/32   scram-sha-256
            host  all all ::1/128        scram-sha-256
            """;

    private DoorRules() {}

    /// @param folder the server's own folder
    /// @return false when they had been others
    static boolean kept(Path folder) throws IOException {
        var file = file(folder);
        return Files.exists(file) && Files.readString(file).equals(RULES);
    }

    static void write(Path folder) throws IOException {
        var beside = folder.resolve("pg_hba.conf.new");
        Files.writeString(beside, RULES);
        Files.move(
                beside,
                file(folder),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path folder) {
        return folder.resolve("pg_hba.conf");
    }
}
