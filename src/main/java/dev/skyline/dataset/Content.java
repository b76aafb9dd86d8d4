package dev.skyline.dataset;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is in a data set, apart from its name and origin.
 *
 * @param hash SHA-256, in hexadecimal, of the canonical form that {@link DatasetFiles} describes; the same samples have
 *     the same hash, whatever the kind, the names and the order of the files that they came in
 * @param classes sorted: whole numbers first and by value, then other names; the position is the class's label
 */
public record Content(String hash, Schema schema, List<ClassCount> classes) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @param samples how many, at least one */
    public record ClassCount(String name, int samples) {

        public ClassCount {
            if (samples < 1) {
                throw new IllegalArgumentException("class '" + name + "' has no sample");
            }
        }
    }

    public Content {
        requireHash(hash);
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("a data set has two or more classes, not " + classes.size());
        }
        ClassOrder order = new ClassOrder();
        for (int i = 1; i < classes.size(); i++) {
            if (order.compare(classes.get(i - 1).name(), classes.get(i).name()) >= 0) {
                throw new IllegalArgumentException("classes are not sorted, or one stands twice: " + classes);
            }
        }
    }

    public int samples() {
        return classes.stream().mapToInt(ClassCount::samples).sum();
    }

    public List<String> classNames() {
        return classes.stream().map(ClassCount::name).toList();
    }

    static String requireHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("'" + hash + "' is not a SHA-256 in hexadecimal");
        }
        return hash;
    }
}
