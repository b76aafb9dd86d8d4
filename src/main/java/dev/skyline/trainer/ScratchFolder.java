package dev.skyline.trainer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of temporary files. A child that is killed does not tidy up after itself; whoever outlives it does. */
record ScratchFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);

    /** A new, empty one. */
    static ScratchFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new ScratchFolder(Files.createTempDirectory(parent, "trainer-"));
    }

    /** Removes it with all that lies in it. What cannot be removed stays until the service starts again. */
    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("There is no {} to be removed", path);
        } catch (IOException e) {
            LOG.warn("Temporary files in {} cannot be removed: {}", path, e.toString());
        }
    }
}
