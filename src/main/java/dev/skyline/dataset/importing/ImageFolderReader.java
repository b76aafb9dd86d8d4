package dev.skyline.dataset.importing;

import dev.skyline.dataset.Schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;

/**
 * Reads a zip with one folder of PNG or JPEG images for each class; the folders may lie in a common one. All images are
 * of one size. Where all are grey they become one channel, else three.
 */
final class ImageFolderReader implements DatasetReader {

    private static final int GREY = 1;
    private static final int COLOR = 3;
    private static final int BYTES_AROUND_PIXELS = 1 << 20;

    private final Path file;

    ImageFolderReader(Path file) {
        this.file = file;
    }

    static boolean isImage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    @Override
    public Schema readInto(SampleSink sink) throws IOException {
        Optional<Schema> schema = readAs(GREY, sink);
        if (schema.isEmpty()) {
            // Most coloured sets show it in their first image, so that little has been read in vain.
            sink.clear();
            schema = readAs(COLOR, sink);
        }
        return schema.orElseThrow(() -> InvalidDataset.file("there is no image in the zip"));
    }

    /** @return empty if this takes more channels */
    private Optional<Schema> readAs(int channels, SampleSink sink) throws IOException {
        ImageDecoder decoder = new ImageDecoder(sink.limits().imageSide());
        try (ZipArchive zip = new ZipArchive(file, sink.limits())) {
            zip.files()
                    .forEach(entry -> requireClassFolder(
                            ZipArchive.name(entry), ZipArchive.name(zip.files().get(0))));
            DecodedImage first = null;
            for (ZipEntry entry : zip.files()) {
                String name = ZipArchive.name(entry);
                DecodedImage image =
                        decoder.decode(bytes(zip, entry, sink.limits().imageSide()), name);
                first = first == null ? image : first;
                if (!image.isOfSize(first)) {
                    throw InvalidDataset.at(
                            name,
                            "is of " + image.size() + " pixels, but '"
                                    + ZipArchive.name(zip.files().get(0)) + "' of " + first.size()
                                    + "; all images must have one size");
                }
                if (!image.grey() && channels == GREY) {
                    return Optional.empty();
                }
                sink.append(name, className(name), image.values(channels));
            }
            return Optional.ofNullable(first).map(image -> new Schema.Images(channels, image.height(), image.width()));
        }
    }

    private static void requireClassFolder(String name, String first) {
        if (!isImage(name)) {
            throw InvalidDataset.at(name, "is not a .png, .jpg or .jpeg file; leave it out");
        }
        if (name.indexOf('/') < 0) {
            throw InvalidDataset.at(name, "lies in no folder; images belong in a folder named after their class");
        }
        if (!above(name).equals(above(first))) {
            throw InvalidDataset.at(
                    name,
                    "lies deeper or elsewhere than '" + first + "'; class folders belong side by side in one folder");
        }
    }

    private static String className(String name) {
        String folder = name.substring(0, name.lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String above(String name) {
        String folder = name.substring(0, name.lastIndexOf('/'));
        return folder.substring(0, folder.lastIndexOf('/') + 1);
    }

    private static byte[] bytes(ZipArchive zip, ZipEntry entry, int side) throws IOException {
        int most = Math.addExact(BYTES_AROUND_PIXELS, Math.multiplyExact(8, Math.multiplyExact(side, side)));
        try (InputStream in = zip.read(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw InvalidDataset.at(
                        ZipArchive.name(entry), "has more than " + most + " bytes, more than an image may need");
            }
            return bytes;
        }
    }
}
