package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Concatenate;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Pooling;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small classifiers of random shape in which every kind of layer occurs, for tests of whatever reads networks. */
public final class RandomNetworks {

    private static final int LAYERS = 14;
    private static final int MOST_VALUES = 1500;

    private final SplittableRandom random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final Shape input;
    private Network soFar;

    private RandomNetworks(long seed) {
        this.random = new SplittableRandom(seed);
        this.input = Shape.image(1 + random.nextInt(3), 5 + random.nextInt(6), 5 + random.nextInt(6));
        images.add(Network.INPUT);
    }

    /** A classifier of images; the same seed gives the same one. */
    public static Network ofImages(long seed, int classes) {
        RandomNetworks net = new RandomNetworks(seed);
        for (int i = 0; i < LAYERS; i++) {
            net.grow();
        }
        return net.classified(classes);
    }

    /** A classifier of vectors: dense layers, each with normalisation, activation and dropout. */
    public static Network ofTables(long seed, int classes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Node> nodes = new ArrayList<>();
        String last = Network.INPUT;
        for (int i = 0; i < 2; i++) {
            last = append(nodes, new Dense(3 + random.nextInt(20)), last);
            last = append(nodes, new BatchNorm(), last);
            last = append(nodes, new Activation(one(random, Activation.Function.values())), last);
            last = append(nodes, new Dropout(0.2), last);
            last = append(nodes, new Concatenate(), last, append(nodes, new Identity(), last));
        }
        append(nodes, new Softmax(), append(nodes, new Dense(classes), last));
        return new Network(Shape.features(4 + random.nextInt(10)), nodes);
    }

    private void grow() {
        String from = images.get(random.nextInt(images.size()));
        String partner = images.get(random.nextInt(images.size()));
        int stride = random.nextInt(3) == 0 ? 2 : 1;
        switch (random.nextInt(15)) {
            case 0 -> image(new Convolution(1 + random.nextInt(9), 1 + random.nextInt(5), stride, coin()), from);
            case 1 -> image(grouped(shape(from).channels(), stride), from);
            case 2 -> image(new DepthwiseConvolution(1 + random.nextInt(5), stride, coin()), from);
            case 3 -> image(new BatchNorm(), from);
            case 4 -> image(new Activation(one(random, Activation.Function.values())), from);
            case 5 -> image(new Pooling(one(random, Pooling.Kind.values()), 1 + random.nextInt(4), stride), from);
            case 6 -> image(new Dropout(0.2), from);
            case 7 -> join(new Add(), shape(from).equals(shape(partner)), from, partner);
            case 8 -> join(new Concatenate(), sameSize(shape(from), shape(partner)), from, partner);
            case 9 -> image(coin() ? new Zero() : new Identity(), from);
            case 10 -> image(new Resize(1 + random.nextInt(10), 1 + random.nextInt(10)), from);
            case 11 -> image(new Truncate(1 + random.nextInt(shape(from).channels())), from);
            case 12 -> squeezeAndExcite(from);
            case 13 -> image(new DepthwiseConvolution(2 + random.nextInt(2), stride, 2, coin()), from);
            default -> image(new Activation(Activation.Function.RELU), from);
        }
    }

    /** Of one group, or as many as there are channels. */
    private Convolution grouped(int channels, int stride) {
        int groups = coin() ? 1 : channels;
        int filters = groups * (1 + random.nextInt(9) / groups);
        return new Convolution(filters, 1 + random.nextInt(3), stride, 1 + random.nextInt(2), groups, coin());
    }

    private void squeezeAndExcite(String from) {
        String last = append(nodes, new GlobalPooling(one(random, Pooling.Kind.values())), from);
        last = append(nodes, new Dense(shape(from).channels()), last);
        last = append(nodes, new Activation(Activation.Function.HARD_SIGMOID), last);
        image(new Scale(), from, last);
    }

    private void join(Layer layer, boolean fits, String from, String partner) {
        image(layer, from, fits ? partner : from);
    }

    private void image(Layer layer, String... inputs) {
        String name = append(nodes, layer, inputs);
        soFar = new Network(input, nodes);
        images.add(name);
        if (soFar.shape(name).elements() > MOST_VALUES) {
            images.remove(name);
        }
    }

    private Network classified(int classes) {
        List<String> vectors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String image = images.get(images.size() - 1 - i);
            vectors.add(append(
                    nodes, coin() ? new Flatten() : new GlobalPooling(one(random, Pooling.Kind.values())), image));
        }
        String joined = append(nodes, new Concatenate(), vectors.toArray(new String[0]));
        append(nodes, new Softmax(), append(nodes, new Dense(classes), joined));
        return new Network(input, nodes);
    }

    private Image shape(String name) {
        return (Image) (soFar == null ? input : soFar.shape(name));
    }

    private static boolean sameSize(Image a, Image b) {
        return a.height() == b.height() && a.width() == b.width();
    }

    private static String append(List<Node> nodes, Layer layer, String... inputs) {
        String name = NetworkDocument.typeName(layer) + "_" + nodes.size();
        nodes.add(new Node(name, layer, List.of(inputs)));
        return name;
    }

    private static <T> T one(SplittableRandom random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private boolean coin() {
        return random.nextBoolean();
    }
}
