package dev.skyline.persistence.experiment;

import dev.skyline.experiment.End;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What texts become on their way into columns. */
final class Texts {

    private Texts() {}

    /** SHA-256 of an experiment's terms, in hexadecimal. */
    static String hash(String terms) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(terms.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Messages may come from crashed processes; PostgreSQL stores every character but NUL. */
    static String message(End end) {
        return end.message() == null ? "" : end.message().replace("\0", "");
    }

    static Optional<End> end(String reason, String message) {
        return Optional.ofNullable(reason).map(code -> new End(code, message));
    }
}
