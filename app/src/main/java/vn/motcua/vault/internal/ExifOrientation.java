package vn.motcua.vault.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a phone held the camera. It must be read before the metadata goes, or pictures of
/// papers lie on their side.
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private ExifOrientation() {}

    /// @param head the first bytes of a JPEG file
    /// @return 1 to 8 as in the Exif standard; 1 when it says nothing sensible
    static int of(byte[] head) {
        try {
            return search(ByteBuffer.wrap(head));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int search(ByteBuffer jpeg) {
        jpeg.position(2);
        while (true) {
            int marker = jpeg.getShort() & 0xffff;
            if (marker < 0xffe0 && marker != 0xffdb && marker != 0xffc4) return UPRIGHT;
            int length = jpeg.getShort() & 0xffff;
            int next = jpeg.position() + length - 2;
            if (marker == 0xffe1 && jpeg.getInt() == 0x45786966 && jpeg.getShort() == 0)
                return tiff(jpeg.slice());
            jpeg.position(next);
        }
    }

    private static int tiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xffff;
        for (int i = 0; i < entries; i++) {
            int at = tiff.position() + i * 12;
            if ((tiff.getShort(at) & 0xffff) == 0x0112) {
                int value = tiff.getShort(at + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
