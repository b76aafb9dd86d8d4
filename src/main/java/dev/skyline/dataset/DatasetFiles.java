package dev.skyline.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The samples of all data sets, as files {@code <data directory>/datasets/<hash>.bin}. A file is in canonical form and its
 * name is its own SHA-256, so that equal content is stored once.
 *
 * <p>The form, all numbers big-endian, strings as of {@link java.io.DataOutput#writeUTF}:
 *
 * <pre>
 * 4 bytes  "SKYD"
 * 1 byte   version, 1
 * 4 bytes  length of the header, which follows:
 *            1 byte   0 images, 1 table
 *            images:  channels (1 byte), height (2), width (2)
 *            table:   number of features (2), their names
 *            2 bytes  number of classes, and their names, in order
 *            4 bytes  number of samples
 * then     the label of each sample, 2 bytes: the place of its class, from 0
 * then     the values of each sample: images a byte each, [channel][row][column]; tables a 32-bit float each
 * </pre>
 *
 * <p>Samples are in the order of the SHA-256 of their values, then of their label. That makes the form independent of how
 * files were named and in which order they came, and mixes the classes.
 */
public final class DatasetFiles {

    private static final String TEMPORARY = ".part";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;

    /** @param isNew whether there was no file of this content before */
    public record Stored(Content content, boolean isNew) {}

    /** Makes the directory where it is missing, and clears away what imports that were killed have left. */
    public DatasetFiles(Path dataDirectory) throws IOException {
        directory = Files.createDirectories(dataDirectory.resolve("datasets"));
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
            for (Path each : leftovers) {
                // A young one may belong to another node's import.
                if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** A new, empty spool; for the caller to close. */
    public SampleSpool newSpool() throws IOException {
        return new SampleSpool(temporaryFile());
    }

    /** Stores the spooled samples, or shares the file that has them already. O(n log n) in the samples. */
    public Stored store(Schema schema, SampleSpool spool) throws IOException {
        Path temporary = temporaryFile();
        try {
            Content content = new DatasetWriter(schema, spool).write(temporary);
            Path target = path(content.hash());
            boolean isNew = !Files.exists(target);
            if (isNew || Files.size(target) != Files.size(temporary)) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Stored(content, isNew);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    public boolean contains(String hash) {
        return Files.exists(path(hash));
    }

    /**
     * All samples, in memory: as many bytes as the file has.
     *
     * @throws IOException also if the file is damaged so that it cannot be read
     */
    public Samples read(String hash) throws IOException {
        try (DatasetFile file = open(hash)) {
            return file.readAll();
        }
    }

    /** Whether the file is there and still has the content that it is named after; reads all of it. */
    public boolean isIntact(String hash) throws IOException {
        if (!contains(hash)) {
            return false;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path(hash)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash);
    }

    /** Removes the file; {@link DeleteDataset} knows whether a data set still needs it. */
    public void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    /** Where the file of this content is, or would be. */
    public Path path(String hash) {
        return directory.resolve(Content.requireHash(hash) + ".bin");
    }

    DatasetFile open(String hash) throws IOException {
        return new DatasetFile(path(hash));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path temporaryFile() {
        return directory.resolve(UUID.randomUUID() + TEMPORARY);
    }
}
