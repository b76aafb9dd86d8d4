package dev.skyline.dataset.importing;

import dev.skyline.dataset.Schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;

/**
 * Reads a zip of the files of MNIST, or of one made after it: {@code train-images…} and {@code train-labels…}, and
 * {@code t10k-images…} and {@code t10k-labels…} where they are there, each gzipped or not. The two parts are joined: which is
 * for testing is drawn anew for each experiment, by a {@link dev.skyline.dataset.Split} that is stratified.
 */
final class IdxReader implements DatasetReader {

    private final Path file;

    IdxReader(Path file) {
        this.file = file;
    }

    private enum Part {
        TRAIN,
        TEST;

        static Part of(String name) {
            return name.contains("t10k") || name.contains("test") ? TEST : TRAIN;
        }
    }

    static boolean isIdx(String name) {
        return isImages(lastOf(name)) || isLabels(lastOf(name));
    }

    @Override
    public Schema readInto(SampleSink sink) throws IOException {
        try (ZipArchive zip = new ZipArchive(file, sink.limits())) {
            Map<Part, ZipEntry> images = new EnumMap<>(Part.class);
            Map<Part, ZipEntry> labels = new EnumMap<>(Part.class);
            for (ZipEntry entry : zip.files()) {
                String last = lastOf(ZipArchive.name(entry));
                if (!isIdx(last)) {
                    throw InvalidDataset.at(ZipArchive.name(entry), "is no file of MNIST's; leave it out");
                }
                ZipEntry other = (isImages(last) ? images : labels).put(Part.of(last), entry);
                if (other != null) {
                    throw InvalidDataset.at(
                            ZipArchive.name(entry),
                            "holds the same part as '" + ZipArchive.name(other) + "'; leave one out");
                }
            }
            Schema schema = null;
            for (Part part : Part.values()) {
                if (part == Part.TRAIN || images.containsKey(part) || labels.containsKey(part)) {
                    schema = readPart(
                            zip, required(images, part, "images"), required(labels, part, "labels"), sink, schema);
                }
            }
            return schema;
        }
    }

    private static ZipEntry required(Map<Part, ZipEntry> files, Part part, String kind) {
        ZipEntry entry = files.get(part);
        if (entry == null) {
            throw InvalidDataset.file("the " + kind + " of the " + part.name().toLowerCase(Locale.ROOT)
                    + " part are missing: a file named like " + (part == Part.TRAIN ? "train-" : "t10k-") + kind + "-"
                    + (kind.equals("images") ? "idx3" : "idx1") + "-ubyte.gz");
        }
        return entry;
    }

    private static Schema readPart(ZipArchive zip, ZipEntry images, ZipEntry labels, SampleSink sink, Schema before)
            throws IOException {
        byte[] classes = readLabels(zip, labels, sink.limits());
        try (InputStream in = unpacked(zip, images)) {
            IdxFile idx = new IdxFile(ZipArchive.name(images), in, 3);
            Schema schema = schema(idx, sink.limits());
            if (before != null && !before.equals(schema)) {
                throw InvalidDataset.at(idx.name(), "its images are " + schema + ", those of the train part " + before);
            }
            if (idx.size(0) != classes.length) {
                throw InvalidDataset.at(
                        idx.name(),
                        "says it has " + idx.size(0) + " images, but " + ZipArchive.name(labels) + " has "
                                + classes.length + " labels");
            }
            for (byte label : classes) {
                sink.append(idx.name(), Integer.toString(label & 0xff), idx.read(schema.bytes()));
            }
            idx.requireEnd();
            return schema;
        }
    }

    private static byte[] readLabels(ZipArchive zip, ZipEntry entry, ImportLimits limits) throws IOException {
        try (InputStream in = unpacked(zip, entry)) {
            IdxFile idx = new IdxFile(ZipArchive.name(entry), in, 1);
            if (idx.size(0) > limits.samples()) {
                throw InvalidDataset.at(
                        idx.name(), "says it has " + idx.size(0) + " labels; " + limits.samples() + " are the most");
            }
            byte[] labels = idx.read(idx.size(0));
            idx.requireEnd();
            return labels;
        }
    }

    private static Schema schema(IdxFile idx, ImportLimits limits) {
        int height = idx.size(1);
        int width = idx.size(2);
        if (Math.max(height, width) > limits.imageSide()) {
            throw InvalidDataset.at(
                    idx.name(),
                    "its images are of %d×%d pixels; %d×%d are the most"
                            .formatted(width, height, limits.imageSide(), limits.imageSide()));
        }
        return new Schema.Images(1, height, width);
    }

    private static InputStream unpacked(ZipArchive zip, ZipEntry entry) throws IOException {
        return ZipArchive.name(entry).endsWith(".gz") ? zip.gunzip(entry) : zip.read(entry);
    }

    private static String lastOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static boolean isImages(String name) {
        return name.contains("images") && !ImageFolderReader.isImage(name);
    }

    private static boolean isLabels(String name) {
        return name.contains("labels") && !ImageFolderReader.isImage(name);
    }
}
