package dev.skyline.strategy;

import dev.skyline.metric.Problem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One proposal, and the record of its outcome, with 10,000 trials on record, or 1,000 for strategies that fit a model.
 * Every call is an iteration of its own: the record has to grow from call to call, or a strategy could answer from what
 * it kept, and must not grow by much.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 101)
@Fork(1)
public class AskTellBenchmark {

    @Param({
        "random",
        "local-search",
        "regularized-evolution",
        "reinforce",
        "monas",
        "successive-halving",
        "hyperband",
        "asha",
        "nsga2",
        "bohb",
        "gaussian-process",
        "bananas",
        "mo-bananas",
        "smac",
        "parego",
        "nasbot"
    })
    private String strategy;

    /** With {@code two}, a strategy for a single objective gets a constraint in place of the second. */
    @Param({"one", "two"})
    private String objectives;

    private Problem problem;
    private Simulation simulation;

    /** Records what was tried before. */
    @Setup
    public void record() {
        List<Problem> problems = AskTimeTest.problems(strategy);
        problem = problems.get(objectives.equals("one") ? 0 : 1);
        simulation = new Simulation(Toy.space(), problem, Toy::outcome);
        if (AskTimeTest.MODEL_BASED.contains(strategy)) {
            simulation.run(RandomSearch.anywhere(), 1_000, 1, 1);
        } else {
            simulation.run(AskTimeTest.make(strategy, problem), 10_000, 1, 1);
        }
    }

    /** The strategy is made anew, as the service does. */
    @Benchmark
    public Object askAndTell() {
        Proposal proposal = simulation.propose(AskTimeTest.make(strategy, problem), 2);
        simulation.finishFirst();
        return proposal;
    }
}
