package dev.skyline.search;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.ComparisonRun;
import dev.skyline.comparison.Comparisons;
import dev.skyline.experiment.Experiment;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.CheckDraft.Checked;
import dev.skyline.search.InvalidExperiment.Fault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Submits a comparison: one paused experiment for every strategy and seed, which {@link AdvanceComparisons} begins. */
public final class CompareStrategies {

    /** The label that experiments of comparisons carry. */
    public static final String LABEL = "comparison";

    /** Most strategies in one comparison. */
    public static final int MAX_STRATEGIES = 32;

    /** Most seeds in one comparison. */
    public static final int MAX_SEEDS = 100;

    private final CheckDraft check;
    private final SubmitExperiment submit;
    private final Comparisons comparisons;
    private final Clock clock;

    public CompareStrategies(CheckDraft check, SubmitExperiment submit, Comparisons comparisons, Clock clock) {
        this.check = check;
        this.submit = submit;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * @param spec of every run, but for strategy and seed; its name is the comparison's
     * @param strategies 2 to {@link #MAX_STRATEGIES}
     * @param seeds 1 to {@link #MAX_SEEDS}, distinct
     * @throws InvalidExperiment with all faults; nothing is stored then
     */
    public Comparison submit(Draft spec, List<PluginSpec> strategies, List<Long> seeds) {
        List<Checked> checked = checked(spec, strategies, seeds);
        List<ComparisonRun> runs = new ArrayList<>();
        List<Experiment> experiments = new ArrayList<>();
        List<PluginSpec> complete =
                checked.stream().map(one -> one.spec().strategy()).toList();
        for (int s = 0; s < complete.size(); s++) {
            Checked one = checked.get(s);
            for (long seed : seeds) {
                String name = spec.name() + ": " + complete.get(s).type() + ", seed " + seed;
                Experiment run =
                        submit.made(one.spec().withSeed(seed), one.editable().withName(name), false);
                experiments.add(run);
                runs.add(new ComparisonRun(s, seed, run.id()));
            }
        }
        Comparison comparison =
                new Comparison(ComparisonId.random(), spec.name().strip(), complete, runs, clock.instant());
        comparisons.add(comparison, experiments);
        submit.announce(experiments);
        return comparison;
    }

    private List<Checked> checked(Draft spec, List<PluginSpec> strategies, List<Long> seeds) {
        List<Fault> faults = new ArrayList<>();
        if (strategies.size() < 2 || strategies.size() > MAX_STRATEGIES) {
            faults.add(new Fault("strategies", "must be 2 to " + MAX_STRATEGIES + ", not " + strategies.size()));
        }
        if (seeds.isEmpty() || seeds.size() > MAX_SEEDS || new HashSet<>(seeds).size() != seeds.size()) {
            faults.add(new Fault("seeds", "must be 1 to " + MAX_SEEDS + " different numbers"));
        }
        List<Checked> checked = new ArrayList<>();
        for (int s = 0; s < strategies.size(); s++) {
            int place = s;
            try {
                checked.add(check.check(spec.variant(List.of(LABEL), strategies.get(s))));
            } catch (InvalidExperiment e) {
                e.faults().forEach(fault -> add(faults, inComparison(fault, place)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidExperiment(faults);
        }
        return checked;
    }

    /** A fault of the spec is the same for every strategy. */
    private static void add(List<Fault> faults, Fault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private static Fault inComparison(Fault fault, int strategy) {
        return fault.field().startsWith("strategy")
                ? new Fault(
                        "strategies[" + strategy + "]" + fault.field().substring("strategy".length()), fault.message())
                : new Fault("spec." + fault.field(), fault.message());
    }
}
