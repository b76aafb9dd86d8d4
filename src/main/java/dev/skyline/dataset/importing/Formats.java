package dev.skyline.dataset.importing;

import dev.skyline.dataset.DatasetType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Tells an upload's format by what is in it, never by its name. */
final class Formats {

    private static final String VALID =
            "; what can be read is a zip with a folder of PNG or JPEG images for each class,"
                    + " a CSV file (or .csv.gz) with a header and a label column, or a zip of IDX files named as MNIST's";

    private static final int HEAD = 4096;
    private static final int ZIP = 0x504b0304;
    private static final int EMPTY_ZIP = 0x504b0506;
    private static final int IDX = 0x0000_0800;

    private Formats() {}

    /** @throws InvalidDataset if it is none of the formats, or not of the type or without the label that were asked for */
    static DatasetReader reader(Upload upload, ImportLimits limits) throws IOException {
        if (Files.size(upload.file()) == 0) {
            throw InvalidDataset.file("the file is empty");
        }
        UploadedFile file = new UploadedFile(upload.file(), limits);
        byte[] head = file.head(HEAD);
        int magic = head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
        boolean zip = magic == ZIP || magic == EMPTY_ZIP;
        requireType(upload, zip ? DatasetType.IMAGES : DatasetType.TABLE);
        if (zip) {
            return zipReader(file);
        }
        if ((magic & 0xffffff00) == IDX) {
            throw InvalidDataset.file("one IDX file alone lacks either images or labels; put both into one zip");
        }
        requireText(head);
        return new CsvReader(file, upload.label().orElse(null));
    }

    private static DatasetReader zipReader(UploadedFile file) throws IOException {
        List<String> names;
        try (ZipArchive zip = new ZipArchive(file.path(), file.limits())) {
            names = zip.files().stream().map(ZipArchive::name).toList();
        }
        if (names.stream().anyMatch(ImageFolderReader::isImage)) {
            return new ImageFolderReader(file.path());
        }
        if (names.stream().anyMatch(IdxReader::isIdx)) {
            return new IdxReader(file.path());
        }
        throw InvalidDataset.file(
                names.isEmpty()
                        ? "the zip is empty"
                        : names.stream()
                                .limit(5)
                                .collect(Collectors.joining(", ", "a zip of unknown content: ", VALID)));
    }

    private static void requireType(Upload upload, DatasetType found) {
        if (upload.type().isPresent() && upload.type().get() != found) {
            throw InvalidDataset.field(
                    "type", "'" + upload.type().get().key() + "' was asked for, but the file holds " + found.key());
        }
        if (upload.label().isPresent() && found == DatasetType.IMAGES) {
            throw InvalidDataset.field("label", "images have no label column; their classes are folders or IDX labels");
        }
    }

    private static void requireText(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                throw InvalidDataset.file("the file is of an unknown format" + VALID);
            }
        }
    }
}
