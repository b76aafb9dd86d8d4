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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A predictor whose 95 % interval is right: what it predicts is off by a normal error. The objective draws the search
 * towards the limit, where the errors show.
 */
class ChanceConstraintTest {

    private static final double LIMIT = 0.22;
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
        assertThat(shareThatIsTrulyTooSlow(OptionalDouble.empty())).isGreaterThan(0.15);
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
        return (double) found.stream().filter(trial -> truth(trial) > LIMIT).count() / found.size();
    }

    private static double truth(Trial trial) {
        Measurement predicted =
                trial.measurements().find(MetricKey.of(Metric.LATENCY, "board")).orElseThrow();
        Interval interval = predicted.interval().orElseThrow();
        double deviation = (interval.high() - interval.low()) / 2 / NORMAL_95;
        double error = new SplittableRandom(trial.architecture().text().hashCode()).nextGaussian();
        return predicted.value() + error * deviation;
    }
}
