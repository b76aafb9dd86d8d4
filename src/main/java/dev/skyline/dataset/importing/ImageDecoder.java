package dev.skyline.dataset.importing;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes PNG and JPEG to the numbers that are in the file: no colour management, transparency dropped, 16 bits cut to 8.
 * This is what Pillow-based loaders give, so a model trained elsewhere sees the same values.
 */
final class ImageDecoder {

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int JPEG = 0xffd8ff;

    private final int largestSide;
    private ImageReader png;
    private ImageReader jpeg;

    /** @param largestSide in pixels; larger images are refused before any of their pixels is decoded */
    ImageDecoder(int largestSide) {
        this.largestSide = largestSide;
    }

    /** @param where entry's name, for messages */
    DecodedImage decode(byte[] file, String where) {
        ImageReader reader = reader(file, where);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata are skipped: text chunks of a PNG are packed and may unpack to anything.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > largestSide) {
                throw InvalidDataset.at(
                        where,
                        "is of %d×%d pixels; %d×%d are the most".formatted(width, height, largestSide, largestSide));
            }
            return samples(reader.read(0));
        } catch (InvalidDataset e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer broken files with runtime exceptions of many kinds.
            throw InvalidDataset.at(where, "cannot be decoded as an image (" + e.getMessage() + ")");
        }
    }

    private ImageReader reader(byte[] file, String where) {
        if (file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == PNG) {
            png = png == null ? ImageIO.getImageReadersByFormatName("png").next() : png;
            return png;
        }
        if (file.length >= Integer.BYTES && ByteBuffer.wrap(file).getInt() >>> Byte.SIZE == JPEG) {
            jpeg = jpeg == null ? ImageIO.getImageReadersByFormatName("jpeg").next() : jpeg;
            return jpeg;
        }
        throw InvalidDataset.at(where, file.length == 0 ? "is empty" : "is neither a PNG nor a JPEG image");
    }

    private static DecodedImage samples(BufferedImage image) throws IIOException {
        ColorModel colors = image.getColorModel();
        int space = colors.getColorSpace().getType();
        if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
            throw new IIOException("neither grey nor RGB");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        int[] pixels = raster.getPixels(0, 0, width, height, (int[]) null);
        return colors instanceof IndexColorModel palette
                ? DecodedImage.of(
                        width,
                        height,
                        i -> palette.getRed(pixels[i]),
                        i -> palette.getGreen(pixels[i]),
                        i -> palette.getBlue(pixels[i]))
                : ofBands(width, height, pixels, raster.getNumBands(), colors.getComponentSize(0) - Byte.SIZE);
    }

    /** @param bands numbers a pixel: red, green, blue, or one grey; then perhaps a transparency */
    private static DecodedImage ofBands(int width, int height, int[] pixels, int bands, int shift) {
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        return DecodedImage.of(
                width,
                height,
                i -> pixels[i * bands] >> shift,
                i -> pixels[i * bands + green] >> shift,
                i -> pixels[i * bands + blue] >> shift);
    }
}
