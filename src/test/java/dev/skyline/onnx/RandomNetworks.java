package dev.skyline.onnx;

import dev.skyline.network.Layer;
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
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Classifiers in which any layer may follow any other: skips, joins, dead ends and zeros included. */
final class RandomNetworks {

    private static final int[] KERNELS = {1, 2, 3, 5};

    private final SplittableRandom random;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final List<String> images = new ArrayList<>();
    private final List<String> vectors = new ArrayList<>();

    private RandomNetworks(long seed) {
        random = new SplittableRandom(seed);
    }

    static Network of(long seed) {
        RandomNetworks networks = new RandomNetworks(seed);
        return networks.build();
    }

    private Network build() {
        boolean onImages = random.nextInt(4) > 0;
        Shape input = onImages
                ? Shape.image(1 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(12))
                : Shape.features(1 + random.nextInt(20));
        shapes.put(Network.INPUT, input);
        (onImages ? images : vectors).add(Network.INPUT);
        for (int i = 0; i < 12 && onImages; i++) {
            imageLayer();
        }
        if (onImages) {
            add(random.nextBoolean() ? new Flatten() : new GlobalPooling(), images.get(images.size() - 1));
        }
        for (int i = 0; i < 6; i++) {
            vectorLayer();
        }
        add(new Dense(2 + random.nextInt(9)), vectors.get(vectors.size() - 1));
        add(new Softmax(), nodes.get(nodes.size() - 1).name());
        return new Network(input, nodes);
    }

    private void imageLayer() {
        String from = recent(images);
        int kernel = KERNELS[random.nextInt(KERNELS.length)];
        int stride = random.nextInt(4) == 0 ? 2 : 1;
        switch (random.nextInt(6)) {
            case 0 -> add(new Convolution(1 + random.nextInt(9), kernel, stride, random.nextBoolean()), from);
            case 1 -> add(new DepthwiseConvolution(kernel, stride, random.nextBoolean()), from);
            case 2 -> add(new Pooling(one(Pooling.Kind.values()), kernel, stride), from);
            case 3 -> join(new Concatenate(), from, images);
            default -> anyShape(from, images);
        }
    }

    private void vectorLayer() {
        String from = recent(vectors);
        switch (random.nextInt(5)) {
            case 0, 1 -> add(new Dense(1 + random.nextInt(12)), from);
            case 2 -> join(new Concatenate(), from, vectors);
            default -> anyShape(from, vectors);
        }
    }

    private void anyShape(String from, List<String> earlier) {
        switch (random.nextInt(7)) {
            case 0 -> add(new BatchNorm(), from);
            case 1 -> add(new Activation(one(Activation.Function.values())), from);
            case 2 -> add(new Dropout(0.3), from);
            case 3 -> add(new Identity(), from);
            case 4 -> add(new Zero(), from);
            default -> join(new Add(), from, earlier);
        }
    }

    private void join(Layer layer, String from, List<String> earlier) {
        List<String> fitting = earlier.stream()
                .filter(name -> fits(layer, shapes.get(name), shapes.get(from)))
                .toList();
        List<String> inputs = new ArrayList<>(List.of(from));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            inputs.add(fitting.get(random.nextInt(fitting.size())));
        }
        if (inputs.stream().mapToLong(name -> shapes.get(name).elements()).sum() < 4000) {
            add(layer, inputs.toArray(new String[0]));
        }
    }

    private static boolean fits(Layer layer, Shape one, Shape other) {
        if (layer instanceof Concatenate && one instanceof Image a && other instanceof Image b) {
            return a.height() == b.height() && a.width() == b.width();
        }
        return layer instanceof Concatenate || one.equals(other);
    }

    private void add(Layer layer, String... inputs) {
        Node node = new Node("node" + nodes.size(), layer, List.of(inputs));
        Shape shape = layer.output(node.inputs().stream().map(shapes::get).toList());
        nodes.add(node);
        shapes.put(node.name(), shape);
        (shape instanceof Image ? images : vectors).add(node.name());
    }

    private String recent(List<String> names) {
        return names.get(names.size() - 1 - random.nextInt(Math.min(3, names.size())));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
