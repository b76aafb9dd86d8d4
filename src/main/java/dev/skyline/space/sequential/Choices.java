package dev.skyline.space.sequential;

import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The options of every decision. A layer may pool only while fewer than {@code maxPoolings} others do.
 *
 * @param depth number of layers on the image; zero for tables
 * @param heads none for tables
 * @param skips whether a convolution's input may be added to its result: no, or no and yes
 * @param dense number of dense layers before the classifier
 */
record Choices(
        Range depth,
        List<Operation> operations,
        int maxPoolings,
        List<Integer> kernels,
        List<Integer> filters,
        List<Boolean> skips,
        List<Head> heads,
        Range dense,
        List<Integer> units,
        List<Double> dropouts) {

    /**
     * @throws InvalidSettings for settings that contradict each other or do not fit the samples
     */
    static Choices of(SequentialSettings settings, Shape input) {
        Range layers = new Range(settings.minLayers(), settings.maxLayers());
        List<Violation> violations = new ArrayList<>();
        if (layers.min() > layers.max()) {
            violations.add(new Violation("minLayers", "must be at most maxLayers, " + layers.max()));
        }
        if (input instanceof Image image) {
            check(settings, image, violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidSettings(violations);
        }
        boolean images = input instanceof Image;
        return new Choices(
                images ? layers : Range.ZERO,
                settings.operations(),
                settings.maxPoolings(),
                settings.kernels(),
                settings.filters(),
                settings.skips() ? List.of(false, true) : List.of(false),
                images ? settings.heads() : List.of(),
                images ? new Range(0, settings.maxDenseLayers()) : layers,
                settings.units(),
                settings.dropouts());
    }

    private static void check(SequentialSettings settings, Image image, List<Violation> violations) {
        if (settings.operations().stream().allMatch(Operation::isPooling)) {
            violations.add(
                    new Violation("operations", "must hold convolution or separable-convolution: poolings run out"));
        }
        if (settings.kernels().stream().anyMatch(kernel -> kernel % 2 == 0)) {
            violations.add(new Violation("kernels", "must be odd, so that padding is the same on both sides"));
        }
        int side = Math.min(image.height(), image.width());
        int possible = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(side);
        if (settings.operations().stream().anyMatch(Operation::isPooling) && settings.maxPoolings() > possible) {
            violations.add(new Violation(
                    "maxPoolings", "must be at most " + possible + " for images of " + image + ", which it halves"));
        }
    }

    boolean contains(Chain chain) {
        return depth.contains(chain.blocks().size())
                && chain.poolings() <= maxPoolings
                && chain.blocks().stream().allMatch(this::contains)
                && chain.head().map(heads::contains).orElse(heads.isEmpty())
                && dense.contains(chain.units().size())
                && units.containsAll(chain.units())
                && dropouts.contains(chain.dropout());
    }

    private boolean contains(Block block) {
        return operations.contains(block.operation())
                && (block.isPooling()
                        || kernels.contains(block.kernel())
                                && filters.contains(block.filters())
                                && skips.contains(block.skip()));
    }

    /** What a layer may do where {@code poolings} other layers pool. */
    List<Operation> operations(long poolings) {
        return poolings < maxPoolings
                ? operations
                : operations.stream()
                        .filter(operation -> !operation.isPooling())
                        .toList();
    }

    /** The layers of an operation. */
    Stream<Block> blocks(Operation operation) {
        return operation.isPooling()
                ? Stream.of(Block.pooling(operation))
                : kernels.stream()
                        .flatMap(kernel -> filters.stream()
                                .flatMap(width ->
                                        skips.stream().map(skip -> new Block(operation, kernel, width, skip))));
    }

    /** Why a chain is none of the space's; empty for one that is. */
    Optional<String> whyNot(Chain chain) {
        if (contains(chain)) {
            return Optional.empty();
        }
        String image = heads.isEmpty()
                ? ""
                : "%d to %d layers of %s (at most %d poolings; kernels %s, filters %s%s), a head of %s and "
                        .formatted(
                                depth.min(),
                                depth.max(),
                                operations.stream().map(Operation::text).toList(),
                                maxPoolings,
                                kernels,
                                filters,
                                skips.size() > 1 ? ", skips" : "",
                                heads.stream().map(Head::text).toList());
        return Optional.of(
                "'%s' is outside the space, whose networks have %s%d to %d dense layers of %s units and dropouts of %s"
                        .formatted(chain.text(), image, dense.min(), dense.max(), units, dropouts));
    }
}
