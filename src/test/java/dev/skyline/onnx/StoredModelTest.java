package dev.skyline.onnx;

import dev.skyline.dataset.Preprocessing;
import dev.skyline.network.Network;
import dev.skyline.network.RandomNetworks;
import dev.skyline.network.RandomWeights;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.Weights;
import dev.skyline.network.ZeroFolding;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoredModelTest {

    @Test
    void writtenAgainItIsTheSameFile() {
        for (int seed = 0; seed < 20; seed++) {
            Network network = RandomNetworks.ofImages(seed, 3);
            byte[] file = OnnxWriter.write(network, RandomWeights.of(network, seed), Models.description(network));
            StoredModel stored = StoredModel.of(file);
            Network deployed = ZeroFolding.fold(network);
            assertThat(OnnxWriter.write(new TrainedNetwork(deployed, stored.weights(deployed)), stored.metadata()))
                    .isEqualTo(file);
        }
    }

    @Test
    void metadataComeBackAndMoreCanBeAdded() {
        Network network = Models.small(4);
        StoredModel stored = StoredModel.of(Models.bytes(network, 1));
        assertThat(stored.architecture()).isEqualTo("|a~0|");
        Map<String, String> more = new LinkedHashMap<>(stored.metadata());
        more.put("trial", "7");
        Weights weights = stored.weights(network);
        byte[] again = OnnxWriter.write(new TrainedNetwork(network, weights), more);
        assertThat(StoredModel.of(again).metadata()).isEqualTo(more);
    }

    @Test
    void preprocessingComesBackBitByBit() {
        Preprocessing preprocessing =
                StoredModel.of(Models.bytes(Models.small(4), 1)).preprocessing();
        assertThat(preprocessing.channels()).isEqualTo(1);
        assertThat(preprocessing.mean(0)).isZero();
        assertThat(preprocessing.scale(0)).isEqualTo(1 / 255f);
    }

    @Test
    void aFileOfAnotherNetworkOrOfNoneIsRefused() {
        StoredModel stored = StoredModel.of(Models.bytes(Models.small(4), 1));
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> stored.weights(Models.small(5)))
                .withMessageContaining("a/kernel");
        assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> StoredModel.of(new byte[] {1, 2, 3}));
    }
}
