package dev.skyline.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded server, in a file that its owner alone can read. */
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    /** Writes a new random password, in the place of whatever was there. */
    static void create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.deleteIfExists(file);
            OwnerOnly.create(file);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PostgresFailed("the password of the embedded PostgreSQL cannot be read from " + file, e);
        }
    }
}
