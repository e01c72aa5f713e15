package vn.motcua.dossier.internal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// A list between the database and whoever takes it away: written as fast as the disk takes it,
/// sent as slowly as somebody reads it. The file has no name from the moment it is there, so
/// that nothing is left of it when it is closed or the platform is killed, and it is unreadable
/// without a key that never leaves the memory.
final class Spool implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final FileChannel file;
    private final SecretKeySpec key;
    private final long most;
    private long size;

    /// @param most bytes the file may grow to
    Spool(Path folder, long most) throws IOException {
        var secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "AES");
        this.most = most;
        this.file =
                FileChannel.open(
                        folder.resolve(UUID.randomUUID().toString()),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Counts in from the beginning of the file; the key is new for each, so the counter may be
    /// the same.
    private Cipher cipher() {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Takes the list in; complete when it is closed.
    OutputStream in() {
        return new BufferedOutputStream(new Kept(), BLOCK);
    }

    private final class Kept extends OutputStream {
        private final Cipher cipher = cipher();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (size + length > most) throw new ProblemException(DossierProblem.EXPORT_TOO_LONG);
            var sealed = ByteBuffer.wrap(cipher.update(bytes, from, length));
            while (sealed.hasRemaining()) size += file.write(sealed);
        }
    }

    long size() {
        return size;
    }

    void sendTo(OutputStream out) throws IOException {
        var cipher = cipher();
        var block = ByteBuffer.allocate(BLOCK);
        for (long at = 0; at < size; ) {
            int read = file.read(block.clear(), at);
            if (read < 0) throw new IOException("the kept list ends early");
            out.write(cipher.update(block.array(), 0, read));
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
