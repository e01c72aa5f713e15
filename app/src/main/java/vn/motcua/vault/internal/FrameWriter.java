package vn.motcua.vault.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Writes content in sealed frames, counting and hashing it on the way; closing makes it durable.
final class FrameWriter extends OutputStream {
    private final FileChannel channel;
    private final SecretKey key;
    private final UUID file;
    private final MessageDigest sha256;
    private final byte[] buffer = new byte[Frames.SIZE];
    private int filled;
    private int frame;
    private long size;
    private boolean closed;

    FrameWriter(Path path, SecretKey key, UUID file) throws IOException {
        this.key = key;
        this.file = file;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.channel =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        put(ByteBuffer.wrap(Frames.MARK));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        sha256.update(bytes, from, count);
        size += count;
        int at = from;
        int left = count;
        while (left > 0) {
            if (filled == Frames.SIZE) seal(false);
            int some = Math.min(left, Frames.SIZE - filled);
            System.arraycopy(bytes, at, buffer, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        try (channel) {
            seal(true);
            channel.force(true);
        }
    }

    long size() {
        return size;
    }

    /// Once, after the last byte.
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void seal(boolean last) throws IOException {
        try {
            var cipher = Frames.cipher(Cipher.ENCRYPT_MODE, key, file, frame++, last);
            put(ByteBuffer.wrap(cipher.doFinal(buffer, 0, filled)));
            filled = 0;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
