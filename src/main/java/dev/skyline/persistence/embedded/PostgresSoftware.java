package dev.skyline.persistence.embedded;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL's programs, unpacked from the jar once and kept. */
final class PostgresSoftware {

    private static final String PREFIX = "software-";
    private static final long PATIENCE_MINUTES = 10;

    private final Path directory;
    private final Path output;
    private final List<String> asOtherUser;

    private PostgresSoftware(Path directory, Path output, List<String> asOtherUser) {
        this.directory = directory;
        this.output = output;
        this.asOtherUser = asOtherUser;
    }

    /**
     * Unpacks the programs into {@code parent} unless they are there, and removes those of other versions. Takes about
     * 3 s the first time.
     */
    static PostgresSoftware unpackedIn(Path parent) {
        try {
            Path directory = parent.resolve(PREFIX + PostgresArchive.fingerprint());
            if (!Files.exists(directory)) {
                Path draft = parent.resolve("software.new");
                FileSystemUtils.deleteRecursively(draft);
                PostgresArchive.unpack(draft);
                Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            removeOthers(parent, directory);
            return new PostgresSoftware(directory, parent.resolve("command.log"), Superuser.wayToAnotherUser());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + parent, e);
        }
    }

    private static void removeOthers(Path parent, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(PREFIX) && !file.equals(kept)) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws PostgresFailed with what it printed, where it fails
     */
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(asOtherUser);
        command.add(directory
                .resolve("bin")
                .resolve(Platform.current().program(program))
                .toString());
        command.addAll(List.of(arguments));
        try {
            // To a file, not to a pipe: the server inherits it, and a pipe would stay open as long as the server lives.
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new PostgresFailed(program + " took longer than " + PATIENCE_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new PostgresFailed(
                        program + " failed: " + Files.readString(output).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailed("interrupted while waiting for " + program, e);
        }
    }
}
