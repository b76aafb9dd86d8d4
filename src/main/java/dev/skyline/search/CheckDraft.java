package dev.skyline.search;

import dev.skyline.benchmark.Benchmarks;
import dev.skyline.dataset.Datasets;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.StoredSpaces;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes a draft into a spec: resolves names, fills defaults, refuses what cannot work, all faults at once. */
public final class CheckDraft {

    /** Largest parallelism that is accepted; more trials at once teach a strategy too little. */
    public static final int MAX_PARALLELISM = 64;

    static final int MAX_TRIALS = 1_000_000;
    private static final int DEFAULT_TRIALS = 50;
    private static final int DEFAULT_FAILED_TRIALS = 10;
    private static final int NAME_LENGTH = 200;
    private static final int NOTES_LENGTH = 10_000;

    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final HardwareTargets targets;

    /**
     * What a draft became.
     *
     * @param warning that nothing was found that meets the limits, though there may be such
     */
    public record Checked(ExperimentSpec spec, Experiment.Editable editable, Optional<String> warning) {}

    public CheckDraft(
            Catalogue catalogue,
            Datasets datasets,
            Benchmarks benchmarks,
            StoredSpaces storedSpaces,
            HardwareTargets targets) {
        this.catalogue = catalogue;
        this.subjects = new SubjectReader(datasets, benchmarks, catalogue.spaces(), new SpaceNames(storedSpaces));
        this.targets = targets;
    }

    /**
     * @throws InvalidExperiment with all faults
     */
    public Checked check(Draft draft) {
        Faults faults = new Faults();
        Optional<SubjectReader.Chosen> chosen = subjects.read(draft, faults);
        DeviceReader deviceReader = new DeviceReader(targets.list(), catalogue, chosen, draft, faults);
        ProblemReader problems = new ProblemReader(draft, deviceReader.valid(), faults);
        List<String> named = problems.targets();
        List<Device> devices = deviceReader.devices(named);
        Optional<Problem> problem = problems.problem(named);
        subjects.requireKnown(problem, chosen, devices, faults);
        Optional<Subject> subject = chosen.map(SubjectReader.Chosen::subject);
        Optional<Experiment.Editable> editable = editable(draft, faults);
        PluginSpec estimatorPlugin = draft.estimator()
                .orElseGet(() -> PluginSpec.of(
                        chosen.map(SubjectReader.Chosen::usualEstimator).orElse("training")));

        Optional<PluginSpec> searchSpace = subjects.space(draft, chosen, faults);
        Optional<PluginSpec> estimator = complete(catalogue.estimators(), "estimator", estimatorPlugin, faults);
        Optional<SearchSpace> space = searchSpace.isEmpty() || subject.isEmpty()
                ? Optional.empty()
                : faults.collect("searchSpace", () -> decoding(catalogue.space(searchSpace.get(), subject.get())));
        Optional<PluginSpec> strategy = complete(
                catalogue.strategies(),
                "strategy",
                draft.strategy().orElseGet(() -> DefaultStrategy.of(problem, space)),
                faults);
        long seed = draft.seed().orElseGet(() -> (long) new SecureRandom().nextInt(Integer.MAX_VALUE));
        Optional<PerformanceEstimator> made = estimator.isEmpty() || subject.isEmpty()
                ? Optional.empty()
                : faults.collect(
                        "estimator",
                        () -> catalogue.estimators().create(estimator.get(), SearchSetup.context(subject.get(), seed)));
        Optional<String> warning = Optional.empty();
        if (space.isPresent() && problem.isPresent() && made.isPresent()) {
            Beforehand beforehand = new Beforehand(
                    space.get(), made.get(), named, SearchSetup.modelled(devices, catalogue), problem.get());
            warning = feasible(beforehand, problem.get().constraints(), faults);
            if (strategy.isPresent()) {
                faults.collect(
                        "strategy", () -> catalogue.strategies().create(strategy.get(), beforehand.strategyContext()));
            }
        }
        faults.throwIfAny();
        return new Checked(
                new ExperimentSpec(
                        subject.orElseThrow(),
                        searchSpace.orElseThrow(),
                        strategy.orElseThrow(),
                        estimator.orElseThrow(),
                        named,
                        devices,
                        problem.orElseThrow(),
                        draft.memory(),
                        seed),
                editable.orElseThrow(),
                warning);
    }

    /** The space, where a network of it fits the samples; else the mismatch would end every turn of the search. */
    private static SearchSpace decoding(SearchSpace space) {
        if (space.hasNetworks()) {
            space.decode(space.sample(new SplittableRandom(0)));
        }
        return space;
    }

    /**
     * Refuses what nothing in the whole space can meet; of a space that is too large to be walked through, tells how near a
     * look at some of it came.
     */
    private static Optional<String> feasible(Beforehand beforehand, List<Constraint> constraints, Faults faults) {
        FeasibilitySearch search = beforehand.feasibility(constraints);
        if (search.constraints().isEmpty()) {
            return Optional.empty();
        }
        FeasibilitySearch.Nearest nearest = search.nearest(new SplittableRandom(0));
        if (nearest.isFeasible()) {
            return Optional.empty();
        }
        String message = search.explained(nearest).message();
        if (nearest.whole()) {
            faults.add("constraints", message);
            return Optional.empty();
        }
        return Optional.of(message);
    }

    private static <C, T> Optional<PluginSpec> complete(
            Plugins<C, T> plugins, String field, PluginSpec plugin, Faults faults) {
        return faults.collect(field, () -> plugins.complete(plugin));
    }

    private static Optional<Experiment.Editable> editable(Draft draft, Faults faults) {
        if (draft.name().isBlank() || draft.name().length() > NAME_LENGTH) {
            faults.add("name", "must have 1 to " + NAME_LENGTH + " characters");
        }
        if (draft.notes().orElse("").length() > NOTES_LENGTH) {
            faults.add("notes", "must have at most " + NOTES_LENGTH + " characters");
        }
        int parallelism = within("parallelism", draft.parallelism().orElse(1), MAX_PARALLELISM, faults);
        int maxTrials = within("budget.maxTrials", draft.maxTrials().orElse(DEFAULT_TRIALS), MAX_TRIALS, faults);
        int maxFailed = within(
                "budget.maxFailedTrials", draft.maxFailedTrials().orElse(DEFAULT_FAILED_TRIALS), MAX_TRIALS, faults);
        return faults.collect("budget.maxDuration", () -> new Budget(maxTrials, draft.maxDuration(), maxFailed))
                .map(budget -> new Experiment.Editable(
                        draft.name().strip(), draft.notes().orElse(""), draft.labels(), budget, parallelism));
    }

    private static int within(String field, int value, int max, Faults faults) {
        if (value < 1 || value > max) {
            faults.add(field, "must lie in [1, " + max + "], not " + value);
            return 1;
        }
        return value;
    }
}
