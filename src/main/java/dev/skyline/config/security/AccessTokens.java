package dev.skyline.config.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** The holders of tokens, known by the SHA-256 of each token. */
final class AccessTokens {

    private final List<Entry> entries;

    record Holder(String name, Role role) {}

    private record Entry(byte[] hash, Holder holder) {}

    AccessTokens(List<AccessToken> tokens) {
        entries = tokens.stream()
                .map(token -> new Entry(sha256(token.token()), new Holder(token.name(), token.role())))
                .toList();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes the same time whichever token is the right one, and however much of it was guessed. O(tokens). */
    Optional<Holder> find(String token) {
        byte[] hash = sha256(token);
        Holder found = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash, hash)) {
                found = entry.holder;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
