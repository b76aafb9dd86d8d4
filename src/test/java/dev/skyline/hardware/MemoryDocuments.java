package dev.skyline.hardware;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Documents in memory. */
public final class MemoryDocuments implements TargetDocuments {

    private final Map<String, byte[]> all = new HashMap<>();

    /** Returns the context of a target that is made of this text. */
    public TargetContext context(String name, String text) {
        return new TargetContext(name, Optional.of(store(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public String store(byte[] content) {
        String hash = Sha256.of(content);
        all.put(hash, content);
        return hash;
    }

    @Override
    public byte[] read(String hash) {
        return all.get(hash);
    }
}
