package dev.skyline.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The model files of this node, {@code <data directory>/models/<hash>.onnx}, each named by the SHA-256 of its content.
 * Children write them; a file that is wanted once more has its time set to now.
 */
public final class TrainedModels {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.onnx");

    private final Path folder;

    public TrainedModels(Path dataDirectory) {
        folder = dataDirectory.resolve("models");
    }

    /** The file of this hash; empty where it is gone. */
    public Optional<Path> find(String hash) {
        return Optional.of(folder.resolve(hash + ".onnx")).filter(Files::exists);
    }

    /** All that there are. */
    public Set<String> hashes() throws IOException {
        if (Files.notExists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
        }
    }

    /** Removes the file of this hash, unless it is gone or was written or wanted since then. */
    public boolean deleteUnlessSince(String hash, Instant then) throws IOException {
        Optional<Path> file = find(hash);
        return file.isPresent()
                && Files.getLastModifiedTime(file.get()).toInstant().isBefore(then)
                && Files.deleteIfExists(file.get());
    }
}
