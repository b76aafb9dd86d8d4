package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LatencyModelTest {

    private static final List<String> CELLS = Devices.cells(700, 3);
    private static final List<String> KNOWN = CELLS.subList(0, 300);
    private static final List<String> OTHERS = CELLS.subList(300, 700);

    @Test
    void theTimesOfADeviceThatAddsThemUpAreFoundWithoutTrees() {
        LatencyModel model = LatencyModel.fit(Devices.measured(KNOWN, Devices::additive), 1);
        Report report = Devices.report(model, OTHERS, Devices::additive);
        assertThat(report.pairs()).allSatisfy(pair -> assertThat(pair.error()).isLessThan(1e-3));
        assertThat(model.report().model()).contains("linear", "0 trees");
    }

    @Test
    void whatADeviceFusesIsFound() {
        LatencyModel model = LatencyModel.fit(Devices.measured(KNOWN, Devices::fused), 1);
        Report report = Devices.report(model, OTHERS, Devices::fused);
        assertThat(report.spearman()).isGreaterThan(0.97);
        assertThat(report.withinTenPercent()).isGreaterThan(0.85);
        assertThat(report.medianError()).isLessThan(0.04);
    }

    @Test
    void treesCorrectWhatNoSumOfFeaturesTells() {
        double[][] rows = new double[400][3];
        double[] values = new double[400];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.nextBoolean() ? 1 : -1;
            }
            values[i] = 10 + rows[i][0] + 2 * rows[i][1] * rows[i][2] + 0.01 * random.nextGaussian();
        }
        Blend.Choice choice = new Selection(rows, values, 3, Folds.of(400, 1), 1).best();
        assertThat(choice.blend().recipes())
                .allSatisfy(recipe -> assertThat(recipe.trees()).isPositive());
        assertThat(new Loss(values).of(choice.millis())).isLessThan(0.05);
        Recipe additive = new Recipe(Scale.LINEAR, 3, false, 1e-3, 0);
        double[] without = Folds.of(400, 1).outOfFold(rows, values, (x, y) -> additive.fit(x, y, 1)::millis);
        assertThat(new Loss(values).of(without)).isGreaterThan(0.09);
    }

    @Test
    void intervalsHoldAsOftenAsTheySay() {
        double coverage = 0;
        double outOfFold = 0;
        int repeats = 4;
        for (int seed = 0; seed < repeats; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LatencyModel model = LatencyModel.fit(Devices.measured(KNOWN, cell -> Devices.noisy(cell, random)), seed);
            Report report = Devices.report(model, OTHERS, cell -> Devices.noisy(cell, random));
            coverage += report.coverage() / repeats;
            outOfFold += model.report().coverage() / repeats;
        }
        // of 95 %; four times 300 and 400 draws leave a standard deviation of 0.8 points
        assertThat(coverage).isBetween(0.925, 0.975);
        assertThat(outOfFold).isBetween(0.94, 0.96);
    }

    @Test
    void theSameMeasurementsAndSeedGiveTheSameModel() {
        List<MeasuredNetwork> measured = Devices.measured(KNOWN.subList(0, 100), Devices::fused);
        LatencyModel one = LatencyModel.fit(measured, 7);
        LatencyModel other = LatencyModel.fit(measured, 7);
        assertThat(one.report()).isEqualTo(other.report());
        for (String cell : OTHERS.subList(0, 20)) {
            assertThat(one.predict(Devices.network(cell))).isEqualTo(other.predict(Devices.network(cell)));
        }
    }

    @Test
    void latenciesOfVeryDifferentSizesArePositiveAndInTheirIntervals() {
        LatencyModel model =
                LatencyModel.fit(Devices.measured(KNOWN, cell -> Math.exp(3 * Devices.additive(cell) - 6)), 1);
        Report report = Devices.report(model, OTHERS, cell -> Math.exp(3 * Devices.additive(cell) - 6));
        assertThat(model.report().model()).contains("logarithmic");
        assertThat(report.medianError()).isLessThan(0.02);
    }

    @Test
    void aDeviceOnWhichAllTakesTheSameTimeIsLearnedToo() {
        LatencyModel model = LatencyModel.fit(Devices.measured(KNOWN.subList(0, 40), cell -> 2.5), 1);
        Prediction told = model.predict(Devices.network(OTHERS.get(0)));
        assertThat(told.millis()).isBetween(2.4999, 2.5001);
        assertThat(told.high() - told.low()).isLessThan(1e-3);
    }

    @Test
    void manyMeasurementsOfOneNetworkAreLearnedToo() {
        List<MeasuredNetwork> measured = Devices.measured(List.of(KNOWN.get(0)), cell -> 2.5);
        LatencyModel model = LatencyModel.fit(Collections.nCopies(LatencyModel.LEAST, measured.get(0)), 1);
        assertThat(model.predict(Devices.network(OTHERS.get(0))).millis()).isBetween(2.4999, 2.5001);
    }

    @Test
    void anArchitectureBeyondWhatWasMeasuredGetsAWideInterval() {
        List<String> learned =
                CELLS.stream().filter(cell -> !cell.contains("nor_conv_3x3")).toList();
        LatencyModel model = LatencyModel.fit(Devices.measured(learned, Devices::additive), 1);
        String large = OTHERS.stream()
                .filter(cell -> cell.contains("nor_conv_3x3"))
                .findFirst()
                .orElseThrow();
        Prediction told = model.predict(Devices.network(large));
        assertThat(told.holds(Devices.additive(large))).isTrue();
        assertThat(told.high()).isGreaterThan(1.5 * told.millis());
        Prediction within = model.predict(Devices.network(learned.get(0)));
        assertThat(within.high() - within.low()).isLessThan(0.01 * within.millis());
    }

    @Test
    void whatIsNoLatencyIsRefused() {
        String cell = KNOWN.get(0);
        for (double millis : new double[] {Double.NaN, -1, 0, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MeasuredNetwork(cell, Devices.network(cell), millis))
                    .withMessageContaining(cell)
                    .withMessageContaining("" + millis);
        }
    }

    @Test
    void tooFewMeasurementsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyModel.fit(Devices.measured(KNOWN.subList(0, 19), Devices::additive), 1))
                .withMessageContaining("20")
                .withMessageContaining("19");
    }
}
