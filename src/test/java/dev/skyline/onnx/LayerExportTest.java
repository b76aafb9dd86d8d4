package dev.skyline.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
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
import dev.skyline.network.Layer.Pooling.Kind;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Layer.Truncate;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.Node;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Shape;
import dev.skyline.network.ShapeMismatch;
import dev.skyline.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of layer, alone, gives under ONNX Runtime what plain loops give. */
class LayerExportTest {

    /** 32-bit sums of up to 100 products near one; their rounding stays below 1e-5. */
    static final double TOLERANCE = 1e-5;

    private static final List<Shape> SHAPES =
            List.of(Shape.image(3, 8, 8), Shape.image(2, 7, 5), Shape.image(4, 1, 1), Shape.features(9));

    static Stream<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(
                new BatchNorm(),
                new GlobalPooling(Kind.AVERAGE),
                new GlobalPooling(Kind.MAX),
                new Flatten(),
                new Dense(6),
                new Dropout(0.5),
                new Add(),
                new Concatenate(),
                new Scale(),
                new Truncate(1),
                new Truncate(2),
                new Resize(16, 24),
                new Resize(14, 5),
                new Resize(3, 11),
                new Resize(1, 1),
                new Convolution(6, 3, 1, 1, 3, true),
                new Convolution(6, 5, 2, 2, 2, false),
                new Convolution(4, 3, 1, 3, 1, true),
                new Convolution(3, 2, 2, 2, 1, false),
                new DepthwiseConvolution(3, 1, 2, false),
                new DepthwiseConvolution(2, 2, 3, true),
                new Zero(),
                new Identity(),
                new Softmax()));
        for (Function function : Function.values()) {
            layers.add(new Activation(function));
        }
        for (int kernel : new int[] {1, 2, 3, 5}) {
            for (int stride : new int[] {1, 2}) {
                layers.add(new Convolution(5, kernel, stride, kernel % 2 == 0));
                layers.add(new DepthwiseConvolution(kernel, stride, kernel % 2 == 1));
                layers.add(new Pooling(Kind.MAX, kernel, stride));
                layers.add(new Pooling(Kind.AVERAGE, kernel, stride));
            }
        }
        return layers.stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerGivesWhatPlainLoopsGive(Layer layer) throws OrtException {
        int fitting = 0;
        for (Shape shape : SHAPES) {
            if (fits(layer, shape)) {
                fitting++;
                Network network = network(layer, shape);
                assertEqualUnderOnnxRuntime(network, RandomWeights.of(network, 7), 1);
                assertEqualUnderOnnxRuntime(network, RandomWeights.of(network, 8), 7);
            }
        }
        assertThat(fitting).isPositive();
    }

    @Test
    void noKindOfLayerIsLeftOut() {
        assertThat(layers().map(Object::getClass).distinct().toArray())
                .containsExactlyInAnyOrder((Object[]) Layer.class.getPermittedSubclasses());
    }

    @Test
    void aWindowWiderThanItsImagePadsOnAllSides() throws OrtException {
        Network network =
                Models.chain(Shape.image(1, 2, 3), new Convolution(2, 7, 1, true), new Pooling(Kind.MAX, 5, 2));
        assertEqualUnderOnnxRuntime(network, RandomWeights.of(network, 1), 2);
    }

    @Test
    void aStrideWiderThanItsWindowSkipsPixels() throws OrtException {
        Network network =
                Models.chain(Shape.image(2, 7, 8), new Convolution(2, 1, 3, true), new Pooling(Kind.AVERAGE, 2, 3));
        assertEqualUnderOnnxRuntime(network, RandomWeights.of(network, 1), 2);
    }

    private static boolean fits(Layer layer, Shape shape) {
        try {
            network(layer, shape);
            return true;
        } catch (ShapeMismatch e) {
            return false;
        }
    }

    private static Network network(Layer layer, Shape shape) {
        if (layer instanceof Scale) {
            return new Network(
                    shape,
                    List.of(
                            new Node("factors", new GlobalPooling(), List.of(Network.INPUT)),
                            new Node("scaled", layer, List.of(Network.INPUT, "factors"))));
        }
        if (!(layer instanceof Add || layer instanceof Concatenate)) {
            return Models.chain(shape, layer);
        }
        return new Network(
                shape,
                List.of(
                        new Node("scaled", new BatchNorm(), List.of(Network.INPUT)),
                        new Node("joined", layer, List.of(Network.INPUT, "scaled", Network.INPUT))));
    }

    private static void assertEqualUnderOnnxRuntime(Network network, Weights weights, int batch) throws OrtException {
        int values = Math.toIntExact(network.input().elements());
        float[] samples = RandomWeights.values(new SplittableRandom(batch), batch * values, -8, 8);
        double[] expected = ReferenceNetwork.outputs(network, weights, samples);
        double[] actual = run(network, weights, samples, batch);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("value %d of %s", i, network.nodes())
                    .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected[i])));
        }
    }

    private static double[] run(Network network, Weights weights, float[] samples, int batch) throws OrtException {
        byte[] model = OnnxWriter.model(OnnxWriter.graph(network, weights, "out"), Models.description(network))
                .toByteArray();
        long[] shape = LongStream.concat(
                        LongStream.of(batch),
                        NetworkDocument.writeShape(network.input()).stream().mapToLong(size -> size))
                .toArray();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            double[] values = new double[output.remaining()];
            Arrays.setAll(values, output::get);
            return values;
        }
    }
}
