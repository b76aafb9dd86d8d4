package dev.skyline.search;

import java.util.function.Supplier;

/** Remembers for a day what was created under a key that the client chose, so that a repeated request creates nothing. */
public interface IdempotencyKeys {

    /**
     * What a request came to.
     *
     * @param location of what was created
     * @param repeated whether an earlier request created it
     */
    record Answer(String location, boolean repeated) {}

    /**
     * Creates something once. All in one transaction: where {@code create} throws, the key is as if never used. A
     * request of the same key that comes meanwhile waits for this one.
     *
     * @param key unique to client and kind of request
     * @param request hash of all that the request says
     * @param create gives the location
     * @throws IdempotencyKeyReused where the key stands for another request
     */
    Answer once(String key, String request, Supplier<String> create);
}
