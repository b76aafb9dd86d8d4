package dev.skyline.persistence.experiment;

import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialSort.Field;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.metric.Fidelity;
import dev.skyline.persistence.ManyTrials;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every read of an experiment with 10,000 trials, 200 times: 95 in 100 take at most 50 ms. */
@Tag("figures")
@PersistenceTest
@TestInstance(Lifecycle.PER_CLASS)
class ReadTimesTest {

    private static final Logger LOG = LoggerFactory.getLogger(ReadTimesTest.class);
    private static final int TRIALS = 10_000;
    private static final int WARM_UPS = 300;
    private static final int READS = 200;
    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private LearningCurves curves;

    @Autowired
    private ExperimentSummaries summaries;

    @Autowired
    private TrialTable table;

    @Autowired
    private DataSource dataSource;

    private ExperimentId id;

    @BeforeAll
    void fill() {
        IntStream.range(0, 40)
                .forEach(i -> experiments.add(
                        ExperimentExamples.experiment("experiment " + i, i, ExperimentExamples.NOW.plusSeconds(i))));
        id = ManyTrials.add(experiments, dataSource, TRIALS);
    }

    Stream<Arguments> reads() {
        String terms = ExperimentExamples.spec(42).terms();
        return Stream.of(
                read(
                        "list of experiments",
                        () -> summaries.page(ExperimentFilter.ALL, ExperimentSort.NEWEST_FIRST, FIRST)),
                read(
                        "filtered list of experiments",
                        () -> summaries.page(
                                new ExperimentFilter(
                                        Set.of(ExperimentState.QUEUED),
                                        Optional.of("DIGITS"),
                                        Optional.of("first"),
                                        Optional.of("comparison")),
                                ExperimentSort.NEWEST_FIRST,
                                FIRST)),
                read("experiment", () -> summaries.find(id)),
                read("counts", () -> table.counts(id)),
                read("first page", () -> table.page(id, Set.of(), TrialSort.by(Field.NUMBER, true), FIRST)),
                read(
                        "last page",
                        () -> table.page(id, Set.of(), TrialSort.by(Field.NUMBER, false), new PageRequest(199, 50))),
                read(
                        "succeeded by accuracy",
                        () -> table.page(
                                id,
                                Set.of(TrialState.SUCCEEDED),
                                TrialSort.by(ExperimentExamples.ACCURACY, true),
                                FIRST)),
                read(
                        "by latency",
                        () -> table.page(id, Set.of(), TrialSort.by(ExperimentExamples.LATENCY, false), FIRST)),
                read("by state", () -> table.page(id, Set.of(), TrialSort.by(Field.STATE, false), FIRST)),
                read(
                        "all points",
                        () -> table.values(
                                id, List.of(ExperimentExamples.LATENCY, ExperimentExamples.ACCURACY), List.of())),
                read("trial", () -> trials.find(new TrialId(id, 5000))),
                read("learning curve", () -> curves.of(new TrialId(id, 5000))),
                read("newest outcomes", () -> trials.recordedAfter(id, TRIALS - 20)),
                read("unfinished", () -> trials.unfinished(id)),
                read("last number", () -> trials.lastNumber(id)),
                read(
                        "remembered",
                        () -> trials.remembered(
                                terms,
                                trials.find(new TrialId(id, 77))
                                        .orElseThrow()
                                        .architecture()
                                        .id(),
                                Fidelity.epochs(3))));
    }

    private static Arguments read(String name, Runnable read) {
        return arguments(name, read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void takesAtMostFiftyMilliseconds(String name, Runnable read) {
        IntStream.range(0, WARM_UPS).forEach(i -> read.run());
        double[] millis = IntStream.range(0, READS)
                .mapToDouble(i -> {
                    long begin = System.nanoTime();
                    read.run();
                    return (System.nanoTime() - begin) / 1e6;
                })
                .sorted()
                .toArray();
        LOG.info("{}: median {} ms, p95 {} ms", name, millis[READS / 2], millis[READS * 95 / 100]);
        assertThat(millis[READS * 95 / 100]).isLessThan(50);
    }
}
