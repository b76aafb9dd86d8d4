package dev.skyline.dataset;

import java.util.HashSet;
import java.util.List;

/** What one sample of a data set consists of. */
public sealed interface Schema {

    DatasetType type();

    /** Numbers in one sample. */
    int values();

    /** Size of one sample as it is stored: a byte for each value of an image, four for each of a table. */
    int bytes();

    /** Unsigned bytes, channels × height × width in this order; 1 channel is grey, 3 are red, green and blue. */
    record Images(int channels, int height, int width) implements Schema {

        public Images {
            if (channels != 1 && channels != 3) {
                throw new IllegalArgumentException("an image has 1 or 3 channels, not " + channels);
            }
            if (height < 1 || width < 1 || height > 0xffff || width > 0xffff) {
                throw new IllegalArgumentException("an image of " + width + "×" + height + " pixels");
            }
            Math.multiplyExact(channels, Math.multiplyExact(height, width));
        }

        @Override
        public DatasetType type() {
            return DatasetType.IMAGES;
        }

        @Override
        public int values() {
            return channels * height * width;
        }

        @Override
        public int bytes() {
            return values();
        }
    }

    /** Finite 32-bit floating-point numbers, one for each named feature. */
    record Table(List<String> features) implements Schema {

        public Table {
            features = List.copyOf(features);
            if (features.isEmpty() || features.size() > 0xffff) {
                throw new IllegalArgumentException("a table of " + features.size() + " features");
            }
            if (new HashSet<>(features).size() != features.size()) {
                throw new IllegalArgumentException("a feature stands twice in " + features);
            }
        }

        @Override
        public DatasetType type() {
            return DatasetType.TABLE;
        }

        @Override
        public int values() {
            return features.size();
        }

        @Override
        public int bytes() {
            return Float.BYTES * values();
        }
    }
}
