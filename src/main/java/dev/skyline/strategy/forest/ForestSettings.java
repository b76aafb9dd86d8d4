package dev.skyline.strategy.forest;

import dev.skyline.plugin.Setting;

/** The forest's defaults are those of SMAC3 (Lindauer et al. 2022). */
public record ForestSettings(
        @Setting(about = "random trials before the first forest", value = "10", min = 1, max = 10_000)
        int initial,

        @Setting(about = "share of later trials that are random", value = "0.2", min = 0, max = 1)
        double randomShare,

        @Setting(about = "best trials that are mutated", value = "10", min = 1, max = 10_000)
        int parents,

        @Setting(about = "mutants of them that are judged", value = "150", min = 1, max = 100_000)
        int mutants,

        @Setting(about = "random architectures that are judged", value = "50", min = 1, max = 100_000)
        int samples,

        @Setting(about = "trees of the forest", value = "10", min = 2, max = 1_000)
        int trees,

        @Setting(about = "trials that a node must have to be split", value = "3", min = 2, max = 1_000)
        int leastToSplit,

        @Setting(about = "trials that a leaf must have", value = "1", min = 1, max = 1_000)
        int leastInLeaf,

        @Setting(about = "probability that a decision is considered for a split", value = "0.8333", min = 0.01, max = 1)
        double featureShare) {

    Forest.Shape shape() {
        return new Forest.Shape(trees, leastToSplit, leastInLeaf, featureShare);
    }
}
