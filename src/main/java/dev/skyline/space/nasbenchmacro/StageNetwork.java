package dev.skyline.space.nasbenchmacro;

import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.space.NetworkBuilder;

import java.util.List;

/**
 * The skeleton of NAS-Bench-Macro: a stem, stages of which each halves the image and doubles the channels, and a
 * convolution 1×1 before the classifier. Every convolution is followed by BN, and by ReLU unless it ends a layer.
 *
 * @param channels of the stem
 * @param features channels that the classifier sees
 * @param repeats times that a layer stands; 1 in the benchmark
 */
record StageNetwork(int channels, int features, int repeats, Image input, int classes) {

    Network of(Stages stages) {
        NetworkBuilder builder = new NetworkBuilder(input);
        String last = builder.convNormRelu("stem", Network.INPUT, channels, 3, 1);
        int in = channels;
        int layer = 0;
        for (int stage = 0; stage < Stages.DEPTHS.size(); stage++) {
            for (int i = 0; i < Stages.DEPTHS.get(stage); i++) {
                String name = "stage" + (stage + 1) + ".layer" + (i + 1);
                Block block = stages.layers().get(layer++);
                last = i == 0 ? halving(builder, name, block, last, in) : residual(builder, name, block, last, in);
                in = channels << stage + 1;
                for (int repeat = 2; repeat <= repeats; repeat++) {
                    last = residual(builder, name + ".repeat" + repeat, block, last, in);
                }
            }
        }
        return builder.classify(builder.convNormRelu("head", last, features, 1, 1), classes);
    }

    private static String halving(NetworkBuilder builder, String name, Block block, String source, int in) {
        return block == Block.IDENTITY
                ? builder.convNorm(name, source, 2 * in, 1, 2)
                : invertedBottleneck(builder, name, block, source, in, 2);
    }

    private static String residual(NetworkBuilder builder, String name, Block block, String source, int in) {
        return block == Block.IDENTITY
                ? source
                : builder.sum(name, List.of(invertedBottleneck(builder, name, block, source, in, 1), source));
    }

    /** Of stride 2 where it doubles the channels. */
    private static String invertedBottleneck(
            NetworkBuilder builder, String name, Block block, String source, int in, int stride) {
        String last = builder.convNormRelu(name + ".expand", source, in * block.expansion(), 1, 1);
        String filter = name + ".filter";
        last = builder.add(filter + ".conv", new DepthwiseConvolution(block.kernel(), stride, false), last);
        last = builder.relu(filter, builder.norm(filter, last));
        return builder.convNorm(name + ".project", last, in * stride, 1, 1);
    }
}
