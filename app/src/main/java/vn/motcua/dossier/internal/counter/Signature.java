package vn.motcua.dossier.internal.counter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A signature drawn on the screen, as the page sends it: a picture with something on it.
final class Signature {
    private static final String PNG = "data:image/png;base64,";
    private static final int LONGEST = 400_000;
    private static final int WIDEST = 2000;
    private static final int FEWEST_DOTS = 60;

    private Signature() {}

    /// The picture; empty when nothing was drawn or it is no such picture.
    static Optional<byte[]> read(String sent) {
        if (!sent.startsWith(PNG) || sent.length() > LONGEST) return Optional.empty();
        try {
            var content = Base64.getDecoder().decode(sent.substring(PNG.length()));
            return drawn(content) ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean drawn(byte[] content) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName("png");
        var reader = readers.next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) return false;
            var picture = reader.read(0);
            int dots = 0;
            for (int y = 0; y < picture.getHeight(); y++)
                for (int x = 0; x < picture.getWidth(); x++)
                    if (picture.getRGB(x, y) >>> 24 > 128) dots++;
            return dots >= FEWEST_DOTS && dots < picture.getWidth() * picture.getHeight();
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException broken) {
            throw new IOException(broken);
        } finally {
            reader.dispose();
        }
    }
}
