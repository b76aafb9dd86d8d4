package dev.skyline.api.request;

import dev.skyline.api.problem.ProblemException;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Uploads as files of their own, for as long as somebody reads them. */
@Component
public class UploadedFiles {

    private final Path directory;

    /** What is done with a file. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Path file) throws IOException;
    }

    UploadedFiles(MultipartConfigElement multipart) {
        directory = Path.of(
                multipart.getLocation().isEmpty() ? System.getProperty("java.io.tmpdir") : multipart.getLocation());
    }

    /** Nothing is left of the file afterwards. The upload lies in the same directory: this moves it. */
    public <T> T use(MultipartFile upload, Use<T> use) throws IOException {
        if (upload.isEmpty()) {
            throw ProblemException.invalid("file", "is empty");
        }
        Path file = Files.createTempFile(directory, "upload", ".file");
        try {
            upload.transferTo(file.toFile());
            return use.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Of the file's content, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
