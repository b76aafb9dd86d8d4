package dev.skyline.execution;

/** Something that takes long. */
@FunctionalInterface
public interface LongWork {

    /** @throws InterruptedException where the caller was interrupted; what is left is done another time */
    void run() throws InterruptedException;
}
