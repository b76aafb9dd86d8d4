package dev.skyline.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the samples of a data set are. */
public enum DatasetType {
    IMAGES,
    /** Rows of numbers. */
    TABLE;

    /** Name in the API and in the database: {@code images} or {@code table}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DatasetType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
