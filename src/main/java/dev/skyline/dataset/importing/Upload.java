package dev.skyline.dataset.importing;

import dev.skyline.dataset.DatasetType;
import dev.skyline.dataset.Origin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user sends to be made a data set.
 *
 * @param file where the upload was put; it is only read
 * @param type what it has to be, or empty to take what it is
 * @param label name of a table's label column, or empty to find it
 */
public record Upload(String name, Path file, Optional<DatasetType> type, Optional<String> label, Origin origin) {

    /** Nothing said but the name. */
    public static Upload of(String name, Path file) {
        return new Upload(name, file, Optional.empty(), Optional.empty(), Origin.UNKNOWN);
    }
}
