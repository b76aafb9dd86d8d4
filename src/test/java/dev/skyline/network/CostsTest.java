package dev.skyline.network;

import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Layer.Scale;
import dev.skyline.network.Layer.Softmax;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static dev.skyline.network.EveryLayer.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CostsTest {

    private static final Shape DIGIT = Shape.image(1, 8, 8);

    @Test
    void costsFollowFromTheLayers() {
        Costs costs = costs(
                DIGIT,
                node("conv", new Convolution(4, 3, 1, true), Network.INPUT),
                node("norm", new BatchNorm(), "conv"),
                node("mean", new GlobalPooling(), "norm"),
                node("scores", new Dense(10), "mean"),
                node("classes", new Softmax(), "scores"));
        assertThat(costs.parameters()).isEqualTo(4 * 9 + 4 + 8 + 4 * 10 + 10);
        assertThat(costs.macs()).isEqualTo(64 * (4 * 9 + 4) + 50);
        assertThat(costs.modelSize()).isEqualTo(4 * (costs.parameters() + 8));
        assertThat(costs.peakMemory()).isEqualTo(costs.modelSize() + 4 * (2 * 256));
    }

    @Test
    void aGroupSeesItsShareOfTheChannelsAndADilatedKernelHoldsNoMore() {
        Costs costs = costs(
                Shape.image(6, 8, 8),
                node("grouped", new Convolution(4, 3, 2, 2, 2, false), Network.INPUT),
                node("depthwise", new DepthwiseConvolution(3, 1, 2, true), "grouped"));
        assertThat(costs.parameters()).isEqualTo(4 * 3 * 9 + (4 * 9 + 4));
        assertThat(costs.macs()).isEqualTo(16 * costs.parameters());
    }

    @Test
    void squeezeAndExcitationCountsItsDenseLayersAlone() {
        Costs costs = costs(
                Shape.image(8, 4, 4),
                node("squeezed", new GlobalPooling(), Network.INPUT),
                node("reduced", new Dense(2), "squeezed"),
                node("relu", new Activation(Activation.Function.RELU), "reduced"),
                node("restored", new Dense(8), "relu"),
                node("factors", new Activation(Activation.Function.HARD_SIGMOID), "restored"),
                node("excited", new Scale(), Network.INPUT, "factors"));
        assertThat(costs.parameters()).isEqualTo((8 + 1) * 2 + (2 + 1) * 8);
        assertThat(costs.macs()).isEqualTo(costs.parameters());
    }

    @Test
    void kernelsShrinkToAByteAValueAndAScaleAFilter() {
        Costs costs = costs(
                DIGIT,
                node("conv", new Convolution(4, 3, 1, true), Network.INPUT),
                node("norm", new BatchNorm(), "conv"),
                node("depthwise", new DepthwiseConvolution(3, 1, false), "norm"),
                node("mean", new GlobalPooling(), "depthwise"),
                node("scores", new Dense(10), "mean"));
        int scalesAndBiases = 4 * ((4 + 4) + 4 + (10 + 10));
        assertThat(costs.modelSizeInt8()).isEqualTo(4 * 9 + 4 * 9 + 4 * 10 + scalesAndBiases + 4 * 4 * 4);
    }

    @Test
    void whatDoesNotReachTheOutputIsCountedButNotStored() {
        Costs costs = costs(
                DIGIT,
                node("conv", new Convolution(4, 3, 1, false), Network.INPUT),
                node("dead", new Convolution(100, 3, 1, false), "conv"),
                node("out", new Identity(), "conv"));
        assertThat(costs.parameters()).isEqualTo(36 + 3600);
        assertThat(costs.modelSize()).isEqualTo(4 * 36);
        assertThat(costs.modelSizeInt8()).isEqualTo(36 + 4 * 4);
        assertThat(costs.peakMemory()).isEqualTo(4 * (36 + 256 + 256));
    }

    @Test
    void anActivationIsHeldUntilItsLastUse() {
        Costs costs = costs(
                Shape.features(10),
                node("a", new Identity(), Network.INPUT),
                node("b", new Identity(), "a"),
                node("c", new Identity(), "b"),
                node("sum", new Add(), "a", "c", "a"));
        assertThat(costs.peakMemory()).isEqualTo(4 * (10 + 10 + 10));
    }

    @Test
    void thePeakOfAChainIsThatOfItsWorstStepAndNotTheSum() {
        Costs costs = costs(
                Shape.features(4),
                node("wide", new Dense(100), Network.INPUT),
                node("relu", new Activation(Activation.Function.RELU), "wide"),
                node("narrow", new Dense(2), "relu"),
                node("medium", new Dense(50), "narrow"));
        assertThat(costs.peakMemory()).isEqualTo(costs.modelSize() + 4 * (100 + 100));
    }

    @Test
    void thePeakIsTheMostThatAnyStepHolds() {
        for (int seed = 0; seed < 200; seed++) {
            Network network = RandomNetworks.ofImages(seed, 3);
            Costs costs = Costs.of(network);
            assertThat(costs.peakMemory()).isEqualTo(costs.modelSize() + 4 * mostHeld(network.withoutDeadNodes()));
        }
    }

    /** By the definition: at each step what was made before it, or by it, and is taken by it or after it. */
    private static long mostHeld(Network network) {
        List<Node> nodes = network.nodes();
        long most = 0;
        for (int step = 0; step < nodes.size(); step++) {
            Set<String> held = new HashSet<>(Set.of(nodes.get(step).name()));
            nodes.subList(step, nodes.size()).forEach(node -> held.addAll(node.inputs()));
            nodes.subList(step + 1, nodes.size()).forEach(node -> held.remove(node.name()));
            long values = held.stream()
                    .mapToLong(name -> name.equals(Network.INPUT)
                            ? network.input().elements()
                            : network.shape(name).elements())
                    .sum();
            most = Math.max(most, values);
        }
        return most;
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(node("node0", new Dense(Integer.MAX_VALUE), Network.INPUT));
        for (int i = 1; i < 4; i++) {
            nodes.add(node("node" + i, new Dense(Integer.MAX_VALUE), "node" + (i - 1)));
        }
        Network network = new Network(Shape.features(1), nodes);
        assertThatExceptionOfType(ShapeMismatch.class)
                .isThrownBy(() -> Costs.of(network))
                .withMessageContaining("exceed 63 bits");
    }

    private static Costs costs(Shape input, Node... nodes) {
        return Costs.of(new Network(input, List.of(nodes)));
    }
}
