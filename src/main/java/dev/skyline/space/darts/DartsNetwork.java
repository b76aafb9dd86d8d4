package dev.skyline.space.darts;

import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.space.NetworkBuilder;

/**
 * The skeleton of the authors' evaluation networks, without the auxiliary classifier: a stem and a chain of cells, each of
 * which takes the outputs of the two before it. The cells at one and two thirds of the chain are reduction cells, which
 * halve the image and double the channels.
 */
record DartsNetwork(int cells, int channels, Stem stem, Image input, int classes) {

    private static final int CIFAR_STEM_WIDTH = 3;

    /** O(cells). */
    Network of(Genotype genotype) {
        return new Build().network(genotype);
    }

    private final class Build {

        private final NetworkBuilder builder = new NetworkBuilder(input);
        private String beforeLast;
        private String last;
        /** Whether the image of {@link #beforeLast} is twice as large as that of {@link #last}. */
        private boolean halved;

        Network network(Genotype genotype) {
            addStem();
            int width = channels;
            for (int i = 0; i < cells; i++) {
                boolean reduction = i == cells / 3 || i == 2 * cells / 3;
                width *= reduction ? 2 : 1;
                CellBuilder cell = new CellBuilder(builder, "cell" + (i + 1), width, reduction);
                String output =
                        cell.add(reduction ? genotype.reduction() : genotype.normal(), beforeLast, halved, last);
                beforeLast = last;
                last = output;
                halved = reduction;
            }
            return builder.classify(last, classes);
        }

        private void addStem() {
            switch (stem) {
                case CIFAR -> {
                    last = builder.convNorm("stem", Network.INPUT, CIFAR_STEM_WIDTH * channels, 3, 1);
                    beforeLast = last;
                    halved = false;
                }
                case IMAGENET -> {
                    String half = builder.convNormRelu("stem1", Network.INPUT, channels / 2, 3, 2);
                    beforeLast = builder.convNorm("stem2", half, channels, 3, 2);
                    last = builder.reluConvNorm("stem3", beforeLast, channels, 3, 2);
                    halved = true;
                }
            }
        }
    }
}
