package dev.skyline.architecture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stable identity of an architecture within its space: 20 hexadecimal digits.
 *
 * <p>80 bits: among 10⁹ architectures two different ones share an identity with a probability below 10⁻⁶.
 */
public record ArchitectureId(String value) {

    private static final int DIGITS = 20;

    public ArchitectureId {
        if (!value.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("an architecture id is 20 hexadecimal digits, not '" + value + "'");
        }
    }

    /** The identity of the architecture whose canonical form (the same for all isomorphic ones) is given. */
    public static ArchitectureId of(String canonicalForm) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonicalForm.getBytes(StandardCharsets.UTF_8));
            return new ArchitectureId(HexFormat.of().formatHex(digest, 0, DIGITS / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
