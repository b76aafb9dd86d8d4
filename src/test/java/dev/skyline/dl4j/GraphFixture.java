package dev.skyline.dl4j;

import dev.skyline.dl4j.ParameterSpan.Kind;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.SplittableRandom;

/** Random values for graphs. */
final class GraphFixture {

    private GraphFixture() {}

    static INDArray samples(Shape shape, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * (int) shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        INDArray flat = Nd4j.createFromArray(values);
        return shape instanceof Image image
                ? flat.reshape(count, image.channels(), image.height(), image.width())
                : flat.reshape(count, shape.elements());
    }

    static INDArray labels(int count, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, count, classes);
        for (int i = 0; i < count; i++) {
            labels.putScalar(i, random.nextInt(classes), 1);
        }
        return labels;
    }

    /** Moves what all layers start with alike: biases, scales and statistics. Variances stay positive. */
    static void disturb(ComputationGraph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        INDArray parameters = graph.params();
        for (ParameterSpan span : ParameterSpan.of(graph)) {
            for (int i = span.from(); i < span.from() + span.length() && span.kind() != Kind.KERNEL; i++) {
                parameters.putScalar(i, parameters.getFloat(i) + (float) random.nextDouble(0, 0.3));
            }
        }
    }
}
