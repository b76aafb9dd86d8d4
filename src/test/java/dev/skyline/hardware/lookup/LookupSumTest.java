package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.lookup.LookupReport.Origin;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.space.NetworkBuilder;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LookupSumTest {

    private static final String CONV = "conv in=8x16x16 out=8x16x16 kernel=3x3 stride=1x1 groups=1";
    private static final String REST = """
            conv in=1x16x16 out=8x16x16 kernel=3x3 stride=1x1 groups=1,0.5,0.02,10
            global-pool in=8x16x16 out=8 kind=average,0.25,,
            dense in=8 out=10,0.125,,
            softmax in=10,0.0625,,
            """;

    /** A stem, equal convolutions, and a classifier. */
    private static Network chain(int convolutions) {
        NetworkBuilder builder = new NetworkBuilder(Shape.image(1, 16, 16));
        String last = builder.convNormRelu("stem", Network.INPUT, 8, 3, 1);
        for (int i = 0; i < convolutions; i++) {
            last = builder.convNormRelu("conv" + i, last, 8, 3, 1);
        }
        return builder.classify(last, 10);
    }

    private static LookupReport report(String rows, Missing missing, Network network) {
        return new LookupSum(LookupTableReader.read(DataTable.read("operator,ms,spread,count\n" + rows)), missing)
                .of(network);
    }

    @Test
    void theSumCountsEachExecutionAndTheFixedCostOnce() {
        LookupReport report = report("fixed,2,,\n" + CONV + ",1,,\n" + REST, Missing.REFUSE, chain(3));
        assertThat(report.total()).isEqualTo(2 + 3 * 1 + 0.5 + 0.25 + 0.125 + 0.0625);
        assertThat(report.operators()).extracting(LookupReport.Entry::count).containsExactly(1, 3, 1, 1, 1);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.estimatedShare()).isZero();
    }

    @Test
    void spreadsAddUpAsOneErrorForExecutionsOfOneOperatorAndAsIndependentOnesOtherwise() {
        LookupReport report = report(CONV + ",1,0.06744897501960817,\n" + REST, Missing.REFUSE, chain(3));
        double ofConvolutions = 3 * 0.1;
        double ofStem = 0.5 * 0.02 / 0.6744897501960817;
        assertThat(report.halfWidth()).isCloseTo(1.95996 * Math.hypot(ofConvolutions, ofStem), within(1e-4));
    }

    @Test
    void aMissingOperatorIsEstimatedFromTheNearestOfItsTypeAndCounted() {
        LookupReport report = report(REST, Missing.NEAREST, chain(3));
        assertThat(report.count(Origin.FOUND)).isEqualTo(4);
        assertThat(report.count(Origin.ESTIMATED)).isEqualTo(1);
        assertThat(report.total()).isEqualTo(0.5 + 3 * 0.5 + 0.25 + 0.125 + 0.0625);
        assertThat(report.estimatedShare()).isCloseTo(1.5 / report.total(), within(1e-12));
        assertThat(report.halfWidth()).as("one row says little").isGreaterThan(1);
    }

    @Test
    void whatMayNotBeEstimatedIsMissing() {
        LookupReport report = report(REST, Missing.REFUSE, chain(1));
        assertThat(report.isComplete()).isFalse();
        assertThat(report.operators())
                .filteredOn(entry -> entry.origin() == Origin.MISSING)
                .extracting(entry -> entry.key().text())
                .containsExactly(CONV);
    }

    @Test
    void aTypeWithoutRowsIsGuessedFromAllOfThem() {
        LookupReport report = report(CONV + ",1,,\n", Missing.REGRESSION, chain(1));
        assertThat(report.count(Origin.ESTIMATED)).isEqualTo(4);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.estimatedShare()).isGreaterThan(0.5);
    }

    @Test
    void aTableWhoseRowsAllCostNothingEstimatesNothing() {
        assertThat(report(CONV + ",0,,\n", Missing.NEAREST, chain(1)).count(Origin.MISSING))
                .isEqualTo(4);
    }

    @Test
    void theRegressionFindsAPowerLawAndKnowsHowFarItIsOff() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            LayerKey key = random(random);
            rows.append(key.text())
                    .append(',')
                    .append(law(key) * Math.exp(0.05 * random.nextGaussian()))
                    .append(",,\n");
        }
        LookupTable table = LookupTableReader.read(DataTable.read("operator,ms,spread,count\n" + rows));
        Estimators estimators = new Estimators(table, Missing.REGRESSION);
        int within = 0;
        for (int i = 0; i < 400; i++) {
            LayerKey key = random(random);
            Estimate estimate = estimators.estimate(key).orElseThrow();
            double truth = law(key) * Math.exp(0.05 * random.nextGaussian());
            within += Math.abs(estimate.ms() - truth) <= 1.96 * estimate.deviation() ? 1 : 0;
        }
        assertThat(within / 400.0).as("coverage of the 95 % interval").isBetween(0.91, 0.99);
    }

    private static double law(LayerKey key) {
        return 1e-6 * Math.pow(key.operations(), 0.8) * Math.pow(key.activations() + key.weights(), 0.1);
    }

    /** Different every time, as far as matters: 30 million of them. */
    private static LayerKey random(SplittableRandom random) {
        int size = 2 + random.nextInt(60);
        return new LayerKey(
                new Convolution(1 + random.nextInt(300), 1 + 2 * random.nextInt(3), 1, true),
                List.of(Shape.image(1 + random.nextInt(300), size, size)));
    }

    @Test
    void theNearestOfManyRowsIsTaken() {
        LookupTable table = LookupTableReader.read(DataTable.read("""
                operator,ms
                dense in=10 out=10,1
                dense in=100 out=100,2
                dense in=1000 out=1000,3
                """));
        Estimate estimate = new Estimators(table, Missing.NEAREST)
                .estimate(OperatorKey.parse("dense in=90 out=95"))
                .orElseThrow();
        assertThat(estimate.ms()).isEqualTo(2);
        assertThat(estimate.deviation()).isPositive();
    }

    @Test
    void aDifferenceOfTwoMeasurementsHasTheErrorsOfBoth() {
        LookupRow row = LookupRow.difference(
                new LatencyReport(3, 4, 0.01, 300, 90, true), new LatencyReport(2, 3, 0.02, 500, 90, true));
        assertThat(row.ms()).isEqualTo(1);
        assertThat(row.spread().orElseThrow()).isCloseTo(0.05, within(1e-12));
        assertThat(LookupRow.difference(
                        new LatencyReport(2, 3, 0.1, 500, 90, true), new LatencyReport(2.1, 3, 0.1, 500, 90, true)))
                .isEqualTo(LookupRow.of(0));
    }

    @Test
    void deviationsAreThoseOfANormalDistribution() {
        assertThat(LookupRow.normal(2, 0.04, 9).deviation()).isCloseTo(0.2, within(1e-12));
        assertThat(new LookupRow(2, OptionalDouble.empty(), 1).deviation()).isZero();
    }
}
