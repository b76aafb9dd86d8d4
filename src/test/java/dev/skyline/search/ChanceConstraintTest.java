package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A predictor whose 95 % interval is right: what it predicts is off by a normal error. The objective draws the search
 * towards the limit, where the errors show.
 */
class ChanceConstraintTest {

    private static final double LIMIT = 0.155;
    /** On so many devices of the kind it is looked at how long it takes in truth. */
    private static final int DEVICES = 20;

    private static final double NORMAL_95 = 1.959964;

    private final SearchBench bench = new SearchBench();

    @BeforeEach
    void addPredictor() {
        bench.targets.add(new HardwareTargetSpec("board", PluginSpec.of("counted"), "", Instant.EPOCH));
    }

    @Test
    void withAConfidenceTheLimitIsBrokenAsRarelyAsThatSays() throws InterruptedException {
        double broken = shareThatIsTrulyTooSlow(OptionalDouble.of(0.95));
        assertThat(broken).isLessThanOrEqualTo(0.05);
    }

    @Test
    void withoutOneItIsBrokenByMany() throws InterruptedException {
        assertThat(shareThatIsTrulyTooSlow(OptionalDouble.empty())).isGreaterThan(0.07);
    }

    private double shareThatIsTrulyTooSlow(OptionalDouble confidence) throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.strategy = PluginSpec.of("regularized-evolution");
        draft.maxTrials = 250;
        draft.constraints = List.of(new Draft.Constraint(
                "latency", Optional.of("board"), OptionalDouble.of(LIMIT), OptionalDouble.empty(), confidence));
        Experiment ended = bench.finish(bench.submit.submit(draft.build()).id());
        Set<String> seen = new HashSet<>();
        List<Trial> found = bench.recorded(ended.id()).stream()
                .filter(trial -> trial.state().isEvaluated())
                .filter(trial -> seen.add(trial.architecture().text()))
                .toList();
        assertThat(found).hasSizeGreaterThan(60);
        return found.stream()
                .mapToDouble(ChanceConstraintTest::shareAboveTheLimit)
                .average()
                .orElseThrow();
    }

    private static double shareAboveTheLimit(Trial trial) {
        Measurement predicted =
                trial.measurements().find(MetricKey.of(Metric.LATENCY, "board")).orElseThrow();
        Interval interval = predicted.interval().orElseThrow();
        double deviation = (interval.high() - interval.low()) / 2 / NORMAL_95;
        SplittableRandom random =
                new SplittableRandom(trial.architecture().text().hashCode());
        long above = IntStream.range(0, DEVICES)
                .filter(i -> predicted.value() + random.nextGaussian() * deviation > LIMIT)
                .count();
        return (double) above / DEVICES;
    }
}
