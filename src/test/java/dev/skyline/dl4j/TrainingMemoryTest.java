package dev.skyline.dl4j;

import dev.skyline.metric.Fidelity;
import dev.skyline.network.Network;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Trainings one after the other, some of them interrupted, take no more memory than the first ones did. */
@Tag("figures")
class TrainingMemoryTest {

    private static final Bars BARS = Bars.of(300);
    private static final int TRAININGS = 300;
    private static final int SETTLED = 50;

    private final NetworkTrainer trainer = new NetworkTrainer(1L << 30);

    @Test
    void residentMemoryStaysWhereItIsAfterFiftyTrainings() throws InterruptedException {
        long settled = 0;
        for (int i = 1; i <= TRAININGS; i++) {
            trainOne(i);
            if (i == SETTLED) {
                settled = Pointer.physicalBytes();
            }
        }
        assertThat((double) Pointer.physicalBytes() / settled).isLessThan(1.1);
    }

    private void trainOne(int number) throws InterruptedException {
        Network network = number % 2 == 0
                ? TestNetworks.leNet(Bars.PIXELS, Bars.CLASSES)
                : TestNetworks.cells(Bars.PIXELS, 4 + number % 5, Bars.CLASSES);
        try {
            trainer.train(
                    network,
                    BARS.samples(),
                    BARS.split(),
                    Trainings.ADAM,
                    Fidelity.epochs(2),
                    number,
                    number % 7 == 0 ? Trainings.interruptingAt(number % 11 + 1) : Trainings.patient());
        } catch (InterruptedException e) {
            assertThat(number % 7).as("only these are interrupted").isZero();
        }
    }
}
