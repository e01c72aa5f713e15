package vn.motcua.vault.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/// Reads sealed frames, from the beginning or anywhere, one frame in memory. Whatever was altered
/// on disk ends in an `IOException` before a byte of that frame is given out.
final class FrameReader implements RandomAccessRead {
    private static final int SEALED = Frames.SIZE + Frames.TAG;

    private final FileChannel channel;
    private final SecretKey key;
    private final UUID file;
    private final int frames;
    private final long length;
    private byte[] frame = new byte[0];
    private int current = -1;
    private long position;

    FrameReader(Path path, SecretKey key, UUID file) throws IOException {
        this.key = key;
        this.file = file;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        long body = channel.size() - Frames.MARK.length;
        this.frames = (int) ((body + SEALED - 1) / SEALED);
        this.length = body - (long) frames * Frames.TAG;
        try {
            if (length <= 0 || !Arrays.equals(bytes(0, Frames.MARK.length), Frames.MARK))
                throw damaged(null);
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    /// Reads on from here; closing it closes the reader.
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return FrameReader.this.read();
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                return FrameReader.this.read(into, from, count);
            }

            @Override
            public void close() throws IOException {
                FrameReader.this.close();
            }
        };
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) return 0;
        if (position >= length) return -1;
        load((int) (position / Frames.SIZE));
        int at = (int) (position % Frames.SIZE);
        int some = Math.min(count, frame.length - at);
        System.arraycopy(frame, at, into, from, some);
        position += some;
        return some;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) throw new IOException("negative position");
        position = Math.min(to, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isEOF() {
        return position >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long count) {
        return new RandomAccessReadView(this, start, count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void load(int wanted) throws IOException {
        if (wanted == current) return;
        boolean last = wanted == frames - 1;
        long at = Frames.MARK.length + (long) wanted * SEALED;
        int count = last ? (int) (channel.size() - at) : SEALED;
        try {
            frame =
                    Frames.cipher(Cipher.DECRYPT_MODE, key, file, wanted, last)
                            .doFinal(bytes(at, count));
            current = wanted;
        } catch (GeneralSecurityException altered) {
            throw damaged(altered);
        }
    }

    private byte[] bytes(long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining())
            if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
        return bytes.array();
    }

    private IOException damaged(@Nullable Throwable cause) {
        return new IOException("content of file " + file + " is damaged", cause);
    }
}
