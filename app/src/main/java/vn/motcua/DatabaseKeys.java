package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords of the embedded server's three roles, made at random, each in a file of the data
/// folder that only the program's own user may read.
record DatabaseKeys(String superuser, String owner, String app) {
    /// File of the superuser's password.
    static final String SUPERUSER_FILE = "database-superuser.key";

    private static final String OWNER_FILE = "database.key";
    private static final String APP_FILE = "database-app.key";
    private static final int BYTES = 24;

    /// Reads them; those not there yet are made.
    static DatabaseKeys in(Path data) throws IOException {
        return new DatabaseKeys(
                key(data.resolve(SUPERUSER_FILE)),
                key(data.resolve(OWNER_FILE)),
                key(data.resolve(APP_FILE)));
    }

    private static String key(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) make(file);
        return Files.readString(file).strip();
    }

    /// Written beside its place and moved there, so that a half-written key is never found.
    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, HexFormat.of().formatHex(bytes));
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "database keys";
    }
}
