package dev.skyline.search;

/** An idempotency key came with a request that differs from the one it stands for. */
public final class IdempotencyKeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super("this idempotency key was used for another request");
    }
}
