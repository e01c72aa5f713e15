package vn.motcua.vault.internal;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.VaultProblem;

/// Draws a picture anew: pixels stay, place, device, thumbnails and whatever hid behind them go.
final class PictureCleaner {
    private static final float QUALITY = 0.9f;
    private static final long MOST_UNPACKED = 200_000_000;

    private final long maxPixels;
    private final Semaphore atOnce = new Semaphore(2); // a large picture takes 200 MB for a moment

    PictureCleaner(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /// @param orientation as in the Exif standard, 1 for upright
    void clean(FileKind kind, InputStream in, int orientation, OutputStream out)
            throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            var format = kind == FileKind.JPEG ? "jpeg" : "png";
            write(format, upright(read(format, in), orientation), out);
        } finally {
            atOnce.release();
        }
    }

    private BufferedImage read(String format, InputStream in) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(in)) {
            reader.setInput(input, true, true);
            boolean[] cutOff = {false};
            reader.addIIOReadWarningListener(
                    (ImageReader _, String warning) -> cutOff[0] |= saysCutOff(warning));
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > maxPixels)
                throw new ProblemException(VaultProblem.PICTURE_TOO_LARGE, maxPixels / 1_000_000);
            long most = MOST_UNPACKED / bytesPerPixel(reader);
            if (pixels > most)
                throw new ProblemException(VaultProblem.PICTURE_TOO_LARGE, most / 1_000_000);
            var picture = reader.read(0);
            if (cutOff[0]) throw new ProblemException(VaultProblem.UNREADABLE_PICTURE);
            return picture;
        } catch (ProblemException known) {
            throw known;
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(VaultProblem.UNREADABLE_PICTURE);
        } finally {
            reader.dispose();
        }
    }

    /// As the reader will keep it in memory: three for a photo, up to eight for deep colours.
    private static int bytesPerPixel(ImageReader reader) throws IOException {
        var types = reader.getImageTypes(0);
        if (!types.hasNext()) throw new ProblemException(VaultProblem.UNREADABLE_PICTURE);
        var model = types.next().getSampleModel();
        int element = DataBuffer.getDataTypeSize(model.getDataType()) / 8;
        return Math.max(1, element * model.getNumDataElements());
    }

    /// The reader fills what is missing with grey and only warns.
    private static boolean saysCutOff(String warning) {
        return warning.contains("EOI") || warning.contains("remature");
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) return picture;
        int w = picture.getWidth();
        int h = picture.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        boolean lies = orientation >= 5;
        var turned = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return turned;
    }

    private static void write(String format, BufferedImage picture, OutputStream out)
            throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
