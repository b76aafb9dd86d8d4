package dev.skyline.hardware;

/** Keeps the documents that models of hardware targets are made of, by the SHA-256 of their content. */
public interface TargetDocuments {

    /** Returns the hash. Stored before it returns; storing the same again changes nothing. */
    String store(byte[] content);

    /**
     * @throws IllegalStateException where there is none of this hash, or its content is damaged
     */
    byte[] read(String hash);
}
