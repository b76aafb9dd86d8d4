package dev.skyline.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The tables as they were uploaded, as files {@code <data directory>/benchmarks/<hash>.csv}, gzipped or not. */
public final class BenchmarkFiles {

    private static final int GZIP = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private final Path directory;

    /** Makes the directory where it is missing. */
    public BenchmarkFiles(Path dataDirectory) throws IOException {
        directory = Files.createDirectories(dataDirectory.resolve("benchmarks"));
    }

    /** A copy of the file under its hash; whole, or not at all. */
    void store(Path file, String hash) throws IOException {
        Path temporary = directory.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(file, temporary);
            Files.move(temporary, path(hash), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    boolean contains(String hash) {
        return Files.exists(path(hash));
    }

    void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    Path path(String hash) {
        return directory.resolve(hash + ".csv");
    }

    /** The unpacked bytes of a file, within the limits. */
    static InputStream open(Path file, BenchmarkLimits limits) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            packed.mark(2);
            boolean gzip = (packed.read() << Byte.SIZE | packed.read()) == GZIP;
            packed.reset();
            return new BoundedInput(gzip ? new GZIPInputStream(packed, BUFFER) : packed, limits.unpackedBytes());
        } catch (ZipException | EOFException e) {
            packed.close();
            throw InvalidBenchmark.file(
                    "cannot be unpacked: " + (e instanceof EOFException ? "it ends too early" : e.getMessage()));
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }
}
