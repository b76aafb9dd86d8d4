package dev.skyline.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The directory that holds all of a node's files, locked against other processes until it is closed. The operating
 * system releases the lock when the process dies, however it dies.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "skyline.lock";
    private static final String NODE = "node-id";

    private final Path path;
    private final UUID node;
    private final FileChannel lockFile;

    private DataDirectory(Path path, UUID node, FileChannel lockFile) {
        this.path = path;
        this.node = node;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory where there is none.
     *
     * @throws DataDirectoryInUse where another process, or this one, has it
     * @throws UncheckedIOException where it cannot be written to
     */
    public static DataDirectory claim(Path directory) {
        try {
            Path path = Files.createDirectories(directory).toRealPath();
            FileChannel lockFile = FileChannel.open(path.resolve(LOCK), CREATE, READ, WRITE);
            try {
                lock(path, lockFile);
                return new DataDirectory(path, node(path), lockFile);
            } catch (RuntimeException | IOException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + directory.toAbsolutePath() + " as data directory", e);
        }
    }

    private static void lock(Path path, FileChannel lockFile) throws IOException {
        if (!tryLock(lockFile)) {
            throw new DataDirectoryInUse(path, holder(lockFile));
        }
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        lockFile.truncate(0).write(ByteBuffer.wrap(pid), 0);
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(FileChannel lockFile) {
        try {
            ByteBuffer content = ByteBuffer.allocate(20);
            lockFile.read(content, 0);
            String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return ""; // Windows lets nobody else read a locked file.
        }
    }

    private static UUID node(Path path) throws IOException {
        Path file = path.resolve(NODE);
        if (Files.exists(file)) {
            return UUID.fromString(Files.readString(file).strip());
        }
        UUID node = UUID.randomUUID();
        Path draft = Files.writeString(path.resolve(NODE + ".new"), node.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return node;
    }

    public Path path() {
        return path;
    }

    /** Identity of the node that lives here, the same at every start. */
    public UUID node() {
        return node;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
