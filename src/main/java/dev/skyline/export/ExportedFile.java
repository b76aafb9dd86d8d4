package dev.skyline.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that was exported. It is there until this is closed.
 *
 * @param file in a folder that goes with it
 * @param agreement of the runtimes on real samples
 */
public record ExportedFile(Path file, Agreement agreement) implements AutoCloseable {

    @Override
    public void close() {
        delete(file.getParent());
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> fromWithin = files.sorted(Comparator.reverseOrder()).toList();
            for (Path each : fromWithin) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of an export cannot be removed from " + folder, e);
        }
    }
}
