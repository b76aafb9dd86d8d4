package dev.skyline.hardware;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Documents, together with those that are only being looked at: what is refused is never stored. Who makes targets reads
 * through this.
 */
public final class DraftDocuments implements TargetDocuments {

    private final TargetDocuments stored;
    private final ThreadLocal<Map<String, byte[]>> drafts = ThreadLocal.withInitial(HashMap::new);

    public DraftDocuments(TargetDocuments stored) {
        this.stored = stored;
    }

    /**
     * Does something with a document as if it were stored, for the calling thread alone.
     *
     * @param use gets its hash
     */
    public <T> T with(byte[] content, Function<String, T> use) {
        String hash = Sha256.of(content);
        drafts.get().put(hash, content);
        try {
            return use.apply(hash);
        } finally {
            drafts.remove();
        }
    }

    @Override
    public String store(byte[] content) {
        return stored.store(content);
    }

    @Override
    public byte[] read(String hash) {
        byte[] draft = drafts.get().get(hash);
        return draft == null ? stored.read(hash) : draft;
    }
}
