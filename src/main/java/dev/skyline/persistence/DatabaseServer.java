package dev.skyline.persistence;

/** The database server that the service uses, for as long as it uses it. */
@FunctionalInterface
public interface DatabaseServer extends AutoCloseable {

    DatabaseAccess access();

    /** Ends the server, where it is this service's own. To be called when no connection is open any more. */
    @Override
    default void close() {}
}
