package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.lookup.LookupReport;
import dev.skyline.hardware.lookup.LookupTableTarget;
import dev.skyline.hardware.predictor.PredictorTarget;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.StoredSpaces;
import dev.skyline.space.Task;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Has a hardware target say what one architecture costs. */
public final class TestTarget {

    private final Catalogue catalogue;
    private final StoredSpaces spaces;

    /**
     * What to ask a target about.
     *
     * @param architecture its text; a random one where it is empty
     */
    public record Question(PluginSpec space, List<Integer> input, int classes, Optional<String> architecture) {}

    /**
     * @param measurements none where the target knows nothing of the architecture
     * @param estimated operators that a lookup table does not have; empty for other kinds
     * @param unseen kinds of operators that a predictor never saw; empty for other kinds
     */
    public record Answer(
            Architecture architecture,
            Measurements measurements,
            Optional<List<String>> estimated,
            Optional<List<String>> unseen) {}

    public TestTarget(Catalogue catalogue, StoredSpaces spaces) {
        this.catalogue = catalogue;
        this.spaces = spaces;
    }

    /**
     * What the target says. At once for modelled targets; others measure a network of random weights, when the trainings
     * that run have come to a halt.
     *
     * @throws InvalidExperiment with all that is wrong with the question
     * @throws TargetConflict where the target is not ready
     * @throws dev.skyline.hardware.MeasurementFailed where it cannot measure
     * @throws InterruptedException where the caller was interrupted
     */
    public Answer ask(HardwareTargetSpec spec, Question question) throws InterruptedException {
        if (!spec.isReady()) {
            throw new TargetConflict("the hardware target '" + spec.name() + "' is "
                    + spec.state().name() + "; only one that is READY says anything");
        }
        Faults faults = new Faults();
        Optional<Task> task = faults.collect("input", () -> Task.asked(question.input(), question.classes()));
        Optional<SearchSpace> space = task.flatMap(t -> faults.collect("searchSpace", () -> {
            PluginSpec whole = new SpaceNames(spaces).resolve(question.space());
            return catalogue.spaces().create(whole, t);
        }));
        Optional<Architecture> architecture = space.flatMap(s -> faults.collect(
                "architecture",
                () -> question.architecture().map(s::parse).orElseGet(() -> s.sample(new SplittableRandom()))));
        Optional<Network> decoded = architecture.flatMap(
                a -> faults.collect("input", () -> space.orElseThrow().decode(a)));
        faults.throwIfAny();
        Architecture chosen = architecture.orElseThrow();
        Network network = decoded.orElseThrow();
        HardwareTarget target = catalogue.target(spec);
        Optional<List<String>> unseen = target instanceof PredictorTarget predictor
                ? predictor.unseen(chosen, () -> network)
                : Optional.empty();
        return new Answer(chosen, measure(target, chosen, network), estimated(target, network), unseen);
    }

    private static Measurements measure(HardwareTarget target, Architecture architecture, Network network)
            throws InterruptedException {
        if (target instanceof ModelledTarget modelled) {
            return modelled.predict(architecture, () -> network).orElse(Measurements.none());
        }
        return target.measure(Candidate.untrained(architecture, network));
    }

    private static Optional<List<String>> estimated(HardwareTarget target, Network network) {
        return target instanceof LookupTableTarget table
                ? table.report(() -> network)
                        .map(report -> report.operators().stream()
                                .filter(entry -> entry.origin() != LookupReport.Origin.FOUND)
                                .map(entry -> entry.key().text())
                                .toList())
                : Optional.empty();
    }
}
