package dev.skyline.space.stages;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Published spaces. */
enum Preset {
    /** What the other settings say. */
    CUSTOM,
    /** Tan et al. 2019, MnasNet, CVPR, section 4: kernel, expansion, squeeze-and-excitation, width and depth by stage. */
    MNASNET,
    /** Howard et al. 2019, Searching for MobileNetV3, ICCV, table 1: kernel and expansion by layer. */
    MOBILENET_V3,
    /** Cai et al. 2020, Once-for-All, ICLR, section 3: depth by stage, kernel and expansion by layer. */
    ONCE_FOR_ALL;

    private static final List<Double> NO_SQUEEZE = List.of(0.0);
    private static final List<Double> SQUEEZE = List.of(0.25);
    private static final String RELU = "relu";
    private static final String HARD_SWISH = "hard-swish";
    private static final List<Integer> STRIDES = List.of(2, 2, 2, 1, 2);

    /** Empty where the settings say what it is. */
    Optional<Backbone> backbone() {
        return switch (this) {
            case CUSTOM -> Optional.empty();
            case MNASNET -> Optional.of(mnasNet());
            case MOBILENET_V3 -> Optional.of(mobileNetV3());
            case ONCE_FOR_ALL -> Optional.of(onceForAll());
        };
    }

    /** Widths are MobileNetV2's times 0.75, 1 and 1.25, and those of the published networks A1 and B1 that differ. */
    private static Backbone mnasNet() {
        List<List<Integer>> widths = List.of(
                List.of(16, 24, 32),
                List.of(24, 32, 40),
                List.of(48, 64, 80),
                List.of(72, 96, 112, 120),
                List.of(120, 160, 192, 200),
                List.of(240, 320, 400));
        List<List<Integer>> depths = List.of(
                List.of(1, 2, 3),
                List.of(2, 3, 4),
                List.of(3, 4, 5),
                List.of(2, 3, 4),
                List.of(2, 3, 4),
                List.of(1, 2));
        List<Integer> strides = List.of(2, 2, 2, 1, 2, 1);
        List<Stage> stages = IntStream.range(0, widths.size())
                .mapToObj(i -> new Stage(
                        depths.get(i),
                        widths.get(i),
                        strides.get(i),
                        List.of(3, 5),
                        List.of(3.0, 6.0),
                        List.of(0.0, 0.25),
                        RELU))
                .toList();
        return new Backbone(32, 16, RELU, stages, false, "input", "sigmoid", 1280, 0);
    }

    /** Expansions are those of MobileNetV3-Large, of which 2.3 and 2.5 came about by NetAdapt. */
    private static Backbone mobileNetV3() {
        List<Integer> widths = List.of(24, 40, 80, 112, 160);
        List<List<Integer>> depths =
                List.of(List.of(1, 2, 3), List.of(2, 3, 4), List.of(3, 4, 5), List.of(1, 2, 3), List.of(2, 3, 4));
        return mobile(depths, widths, List.of(3, 5), List.of(2.3, 2.5, 3.0, 4.0, 6.0));
    }

    private static Backbone onceForAll() {
        List<List<Integer>> depths = IntStream.range(0, STRIDES.size())
                .mapToObj(i -> List.of(2, 3, 4))
                .toList();
        return mobile(depths, List.of(24, 40, 80, 112, 160), List.of(3, 5, 7), List.of(3.0, 4.0, 6.0));
    }

    /** The skeleton of MobileNetV3-Large: squeeze-and-excitation in its second, fourth and fifth stage. */
    private static Backbone mobile(
            List<List<Integer>> depths, List<Integer> widths, List<Integer> kernels, List<Double> expansions) {
        List<Stage> stages = IntStream.range(0, widths.size())
                .mapToObj(i -> new Stage(
                        depths.get(i),
                        List.of(widths.get(i)),
                        STRIDES.get(i),
                        kernels,
                        expansions,
                        i == 0 || i == 2 ? NO_SQUEEZE : SQUEEZE,
                        i < 2 ? RELU : HARD_SWISH))
                .toList();
        return new Backbone(16, 16, HARD_SWISH, stages, true, "expanded", "hard-sigmoid", 960, 1280);
    }
}
