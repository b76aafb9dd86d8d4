package dev.skyline.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Who this agent is: the same after a restart, so that the service knows that what it was doing is lost. */
record Installation(String id, FileChannel lock) implements AutoCloseable {

    /** Another agent runs in the directory. */
    static final class InUse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InUse(Path directory) {
            super("another agent runs in " + directory.toAbsolutePath() + "; give this one another --directory");
        }
    }

    /**
     * @throws InUse where another process has it
     */
    static Installation claim(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean claimed = false;
        try {
            FileLock lock = channel.tryLock();
            claimed = lock != null;
            if (!claimed) {
                throw new InUse(directory);
            }
            return new Installation(id(directory.resolve("instance")), channel);
        } catch (OverlappingFileLockException e) {
            throw new InUse(directory);
        } finally {
            if (!claimed) {
                channel.close();
            }
        }
    }

    private static String id(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
