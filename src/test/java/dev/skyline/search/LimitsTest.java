package dev.skyline.search;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.ReadFront.Point;
import dev.skyline.search.Recommend.Recommendation;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a search tells of its limits: before it begins, in its front, at its end, and where somebody asks for a model. */
class LimitsTest {

    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "pi");
    private static final Axes AXES = new Axes(LATENCY, ACCURACY);

    private final SearchBench bench = new SearchBench();
    private final Recommend recommend = new Recommend(bench.histories);

    /** Eight rows of which the first seven are the front of accuracy and latency@pi; on the gpu all is quick but g. */
    @BeforeEach
    void addTable() throws IOException {
        bench.addBenchmark("rows", PluginSpec.of("rows"), """
                architecture,accuracy,parameters,latency@pi,latency@gpu
                a,0.10,10,1,1
                b,0.40,20,2,1
                c,0.55,30,3,1
                d,0.65,40,4,1
                e,0.72,50,5,1
                f,0.77,60,6,1
                g,0.80,70,7,9
                h,0.30,80,8,1
                """);
    }

    private static DraftBuilder draft() {
        DraftBuilder draft = SearchBench.draft();
        draft.on = Draft.On.benchmark("rows");
        draft.space = null;
        draft.targets = Optional.of(List.of("pi", "gpu"));
        draft.maxTrials = 60;
        return draft;
    }

    private static Draft.Constraint limit(String metric, String target, Double atMost, Double atLeast) {
        return new Draft.Constraint(
                metric,
                Optional.ofNullable(target),
                atMost == null ? OptionalDouble.empty() : OptionalDouble.of(atMost),
                atLeast == null ? OptionalDouble.empty() : OptionalDouble.of(atLeast));
    }

    private Experiment run(DraftBuilder draft) throws InterruptedException {
        return bench.finish(bench.submit.submit(draft.build()).id());
    }

    private Recommendation recommend(Experiment experiment, Double atMost) {
        return recommend.of(
                experiment,
                AXES,
                atMost == null ? OptionalDouble.empty() : OptionalDouble.of(atMost),
                OptionalDouble.empty());
    }

    private static List<String> names(List<Point> points) {
        return points.stream().map(point -> point.trial().architecture().text()).toList();
    }

    @Test
    void limitsThatContradictEachOtherOnTheWholeSpaceAreRefusedBeforeAnythingIsSpent() {
        DraftBuilder draft = draft();
        draft.constraints = List.of(limit("latency", "pi", 2.0, null), limit("parameters", null, null, 25.0));

        InvalidExperiment refusal =
                catchThrowableOfType(InvalidExperiment.class, () -> bench.check.check(draft.build()));

        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("constraints");
            assertThat(fault.message())
                    .isEqualTo("none of the 8 architectures of this space meets the constraints; the nearest, b, misses"
                            + " 25 ≤ parameters with 20 (by 20 %): with 20 ≤ parameters it would be feasible");
        });
    }

    @Test
    void aSearchThatFindsNothingFeasibleSaysWhatComesNearestAndWhatWouldHaveToGiveWay() throws InterruptedException {
        DraftBuilder draft = draft();
        draft.constraints = List.of(limit("latency", "pi", 6.5, null), limit("accuracy", null, null, 0.78));

        Experiment ended = run(draft);

        assertThat(ended.state()).isEqualTo(ExperimentState.SUCCEEDED);
        assertThat(ended.end().map(End::reason)).hasValue("NothingFeasible");
        assertThat(ended.end().orElseThrow().message())
                .startsWith("no trial meets the limits; the nearest, trial ")
                .contains("f, misses 0.78 ≤ accuracy with 0.77 (by 1.3 %): with 0.77 ≤ accuracy it would be feasible")
                .endsWith("all 60 trials are done");
        ReadFront.Report report = new ReadFront(bench.histories).front(ended, AXES);
        assertThat(report.points()).isEmpty();
        assertThat(report.limits()).hasSize(2);
        Infeasibility told = report.infeasibility().orElseThrow();
        assertThat(told.architecture().text()).isEqualTo("f");
        assertThat(told.misses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.relaxed()).isEqualTo(Constraint.atLeast(ACCURACY, 0.77)));
    }

    @Test
    void theNearestBecomesFeasibleByTheRelaxationItself() throws InterruptedException {
        DraftBuilder draft = draft();
        draft.constraints = List.of(
                limit("latency", "pi", 6.5, null),
                limit("latency", "gpu", 8.0, null),
                limit("accuracy", null, null, 0.795));
        Experiment ended = run(draft);
        Infeasibility told = new ReadFront(bench.histories)
                .front(ended, AXES)
                .infeasibility()
                .orElseThrow();

        Trial nearest = bench.trials
                .find(new dev.skyline.experiment.TrialId(
                        ended.id(), told.trial().orElseThrow()))
                .orElseThrow();

        assertThat(told.misses())
                .allSatisfy(miss -> assertThat(miss.relaxed()
                                .isMetBy(nearest.measurements()
                                        .find(miss.limit().key())
                                        .orElseThrow()))
                        .isTrue());
        assertThat(nearest.architecture().text())
                .as("one limit missed by 3 %% and not two by 8 and 12")
                .isEqualTo("f");
    }

    @Test
    void whatMeetsTheLimitsIsNoReasonForAnExplanation() throws InterruptedException {
        DraftBuilder draft = draft();
        draft.constraints = List.of(limit("latency", "pi", 6.5, null));
        Experiment ended = run(draft);
        assertThat(ended.end().map(End::reason)).hasValue("MaxTrialsReached");
        assertThat(new ReadFront(bench.histories).front(ended, AXES).infeasibility())
                .isEmpty();
    }

    @Test
    void theBestUnderALimitIsRecommendedWithItsNeighboursOnTheFront() throws InterruptedException {
        Experiment ended = run(draft());

        Recommendation found = recommend(ended, 5.5);

        assertThat(names(found.best().stream().toList())).containsExactly("e");
        assertThat(names(found.alternatives())).containsExactly("b", "c", "d", "f", "g");
        assertThat(names(found.knee().stream().toList())).containsExactly("b");
        assertThat(found.infeasibility()).isEmpty();
    }

    @Test
    void withoutALimitTheMostAccurateIsRecommendedAndThoseBelowIt() throws InterruptedException {
        Recommendation found = recommend(run(draft()), null);
        assertThat(names(found.best().stream().toList())).containsExactly("g");
        assertThat(names(found.alternatives())).containsExactly("b", "c", "d", "e", "f");
    }

    @Test
    void theLimitsOfTheSearchHoldBesidesThatOfTheQuestion() throws InterruptedException {
        DraftBuilder draft = draft();
        draft.constraints = List.of(limit("accuracy", null, null, 0.5), limit("latency", "gpu", 8.0, null));
        Experiment ended = run(draft);
        assertThat(names(recommend(ended, 7.5).best().stream().toList())).containsExactly("f");
        assertThat(names(recommend(ended, 7.5).alternatives())).containsExactly("c", "d", "e");
    }

    @Test
    void whereNothingKeepsWithinTheLimitTheNearestIsTold() throws InterruptedException {
        Recommendation found = recommend(run(draft()), 0.5);

        assertThat(found.best()).isEmpty();
        assertThat(found.knee()).isEmpty();
        assertThat(names(found.alternatives())).containsExactly("a", "b", "c", "d", "e");
        Infeasibility told = found.infeasibility().orElseThrow();
        assertThat(told.architecture().text()).isEqualTo("a");
        assertThat(told.misses().get(0).relaxed()).isEqualTo(Constraint.atMost(LATENCY, 1));
    }
}
