package dev.skyline.strategy.forest;

import dev.skyline.strategy.surrogate.Acquisition;
import dev.skyline.strategy.surrogate.Gaussian;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A random forest for regression (Breiman 2001), each tree grown on points drawn with replacement. */
record Forest(List<Tree> trees) {

    /**
     * @param leastToSplit points that a node must have to be split
     * @param leastInLeaf points that each side of a split must have
     * @param featureShare probability that a decision is considered for a split
     */
    record Shape(int trees, int leastToSplit, int leastInLeaf, double featureShare) {}

    /** What {@link Acquisition} fits its models by. */
    static Acquisition.Regression regression(Shape shape, Features features, RandomGenerator random) {
        return (points, values) -> {
            Forest forest =
                    fit(shape, features, points.stream().map(features::of).toArray(int[][]::new), values, random);
            return architecture -> forest.of(features.of(architecture));
        };
    }

    /** O(trees × points × decisions × depth). */
    static Forest fit(Shape shape, Features features, int[][] points, double[] values, RandomGenerator random) {
        Tree.Grower grower = new Tree.Grower(shape, features, points, values, random);
        return new Forest(Stream.generate(() ->
                        grower.grow(random.ints(points.length, 0, points.length).toArray()))
                .limit(shape.trees())
                .toList());
    }

    /**
     * Mean of the trees' means; variance by the law of total variance: of the means, and within the leaves (Hutter et al.
     * 2014, Algorithm Runtime Prediction: Methods and Evaluation, section 4.3.2). O(trees × depth).
     */
    Gaussian of(int[] point) {
        double mean = 0;
        double squares = 0;
        for (Tree tree : trees) {
            Tree leaf = tree.leaf(point);
            mean += leaf.mean() / trees.size();
            squares += (leaf.variance() + leaf.mean() * leaf.mean()) / trees.size();
        }
        return new Gaussian(mean, Math.sqrt(Math.max(0, squares - mean * mean)));
    }
}
