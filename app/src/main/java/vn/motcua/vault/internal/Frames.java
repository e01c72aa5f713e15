package vn.motcua.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// How content lies on disk: eight bytes of mark, then frames of 64 KiB, each sealed by AES-256-GCM
/// with its number and whether it is the last as nonce and the file's id as further data. So
/// frames cannot be changed, swapped, cut off or moved to another file, and any frame can be read
/// by itself. The key is used for one file only, hence no nonce comes twice.
final class Frames {
    static final int SIZE = 64 * 1024;
    static final int TAG = 16;
    static final byte[] MARK = "MCVAULT1".getBytes(StandardCharsets.US_ASCII);

    private Frames() {}

    static Cipher cipher(int mode, SecretKey key, UUID file, int frame, boolean last)
            throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(frame).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(bytes(file));
        return cipher;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
