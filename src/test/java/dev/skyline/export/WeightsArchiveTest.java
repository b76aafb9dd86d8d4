package dev.skyline.export;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.Shape;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.Weights;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;

import static org.assertj.core.api.Assertions.assertThat;

class WeightsArchiveTest {

    /** ND4J reads NumPy's format by code that is not ours. */
    @Test
    void anotherReaderOfTheFormatFindsShapesAndValues() throws IOException {
        Network network = new Network(
                Shape.image(2, 4, 4),
                List.of(new Node("stem/a", new Convolution(3, 5, 1, true), List.of(Network.INPUT))));
        TrainedNetwork trained = new TrainedNetwork(network, RandomWeights.of(network, 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeightsArchive.write(trained, out);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("stem/a/kernel.npy");
            INDArray kernel = Nd4j.createNpyFromByteArray(zip.readAllBytes());
            assertThat(kernel.shape()).containsExactly(3, 2, 5, 5);
            assertThat(kernel.dup('c').data().asFloat())
                    .isEqualTo(trained.weights().get("stem/a", Weights.KERNEL));
            assertThat(zip.getNextEntry().getName()).isEqualTo("stem/a/bias.npy");
            assertThat(Nd4j.createNpyFromByteArray(zip.readAllBytes()).shape()).containsExactly(3);
            assertThat(zip.getNextEntry()).isNull();
        }
    }
}
