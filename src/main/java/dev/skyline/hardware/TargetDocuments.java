package dev.skyline.hardware;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps the documents that models of hardware targets are made of, by the SHA-256 of their content. */
public interface TargetDocuments {

    /** Returns the hash. Stored before it returns; storing the same again changes nothing. */
    String store(byte[] content);

    /**
     * @throws IllegalStateException where there is none of this hash, or its content is damaged
     */
    byte[] read(String hash);

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
