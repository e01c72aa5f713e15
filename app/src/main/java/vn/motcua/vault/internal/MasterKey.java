package vn.motcua.vault.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Wraps each file's own key (AES-256-GCM, bound to the file's id).
final class MasterKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final SecretKey key;
    private final String fingerprint;

    MasterKey(byte[] key) {
        if (key.length != 32)
            throw new IllegalStateException("the vault's master key must have 32 bytes");
        this.key = new SecretKeySpec(key, "AES");
        this.fingerprint = HexFormat.of().formatHex(sha256(key), 0, 4);
    }

    /// The configured key, else the one in the data folder, else a new one put there.
    static MasterKey load(@Nullable String configured, Path data) throws IOException {
        if (configured != null && !configured.isBlank()) return new MasterKey(decode(configured));
        var file = data.resolve("vault.key");
        if (!Files.exists(file)) make(file, data.resolve("vault"));
        if (readableByOthers(file))
            throw new IllegalStateException(
                    file + " must be readable by its owner only: chmod 600 " + file);
        return new MasterKey(decode(Files.readString(file)));
    }

    static SecretKey fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    String fingerprint() {
        return fingerprint;
    }

    byte[] wrap(SecretKey fileKey, UUID file) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, file);
            var sealed = cipher.doFinal(fileKey.getEncoded());
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SecretKey unwrap(byte[] wrapped, UUID file) throws IOException {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, wrapped, 0, file);
            return new SecretKeySpec(cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE), "AES");
        } catch (GeneralSecurityException wrong) {
            throw new IOException("key of file " + file + " does not open", wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int from, UUID file)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce, from, NONCE));
        cipher.updateAAD(Frames.bytes(file));
        return cipher;
    }

    private static void make(Path file, Path content) throws IOException {
        if (holdsAnything(content.resolve("kept")))
            throw new IllegalStateException(
                    file + " is missing but encrypted files exist; restore the key first");
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var owner =
                PosixFilePermissions.asFileAttribute(
                        EnumSet.of(
                                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        var draft = Files.createTempFile(folder, "vault", ".tmp", owner);
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh().getEncoded()));
            Files.createLink(file, draft); // fails if another node was quicker; then its key counts
        } catch (FileAlreadyExistsException anotherNode) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static boolean holdsAnything(Path folder) throws IOException {
        if (Files.notExists(folder)) return false;
        try (var inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private static boolean readableByOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return false;
        var permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ);
    }

    private static byte[] decode(String text) {
        var tidy = text.strip();
        return tidy.matches("[0-9A-Fa-f]{64}")
                ? HexFormat.of().parseHex(tidy)
                : Base64.getDecoder().decode(tidy.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
