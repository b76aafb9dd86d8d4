package dev.skyline.trainer.child;

import dev.skyline.hardware.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Model files, each named by the SHA-256 of its content, so that equal models are one file. */
final class ModelFiles {

    private ModelFiles() {}

    /**
     * Lays the file into the folder, which is made where it is missing. A file that is there is whole, also after a
     * crash or a power cut.
     */
    static Path store(Path folder, byte[] model) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(Sha256.of(model) + ".onnx");
        if (isThere(file)) {
            return file;
        }
        Path part = Files.createTempFile(folder, "model", ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(model);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Makes it as new as one that is written now, so that nobody removes it as a leftover. */
    private static boolean isThere(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
