package dev.skyline.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The model files of baselines, {@code <data directory>/baselines/<hash>.onnx}, each named by its SHA-256. */
public final class BaselineFiles {

    private final Path folder;

    /** Makes the folder where it is missing. */
    public BaselineFiles(Path dataDirectory) throws IOException {
        folder = Files.createDirectories(dataDirectory.toAbsolutePath().resolve("baselines"));
    }

    /** Moves a file of the same disk in, unless its content is there; returns its hash. A power cut loses nothing. */
    public String store(Path upload) throws IOException {
        String hash = sha256(upload);
        if (!Files.exists(path(hash))) {
            try (FileChannel channel = FileChannel.open(upload, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(upload, path(hash), StandardCopyOption.ATOMIC_MOVE);
        }
        return hash;
    }

    public Path path(String hash) {
        return folder.resolve(hash + ".onnx");
    }

    /** Whether it is on this node. */
    public boolean contains(String hash) {
        return Files.exists(path(hash));
    }

    public void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
