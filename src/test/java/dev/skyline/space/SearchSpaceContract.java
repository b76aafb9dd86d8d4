package dev.skyline.space;

import dev.skyline.Statistics;
import dev.skyline.architecture.Architecture;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What every search space promises. A space's test extends this and says what it knows of the space independently. */
public abstract class SearchSpaceContract {

    private final SearchSpace space = Spaces.plugins().create(new PluginSpec(id(), settings()), task());

    /** The id under which the space is registered. */
    protected abstract String id();

    /** Settings that leave at most some ten thousand architectures. */
    protected abstract Map<String, Object> settings();

    protected abstract Task task();

    /** Number of decisions in which two texts differ. */
    protected abstract int differences(String a, String b);

    /** Whether every decision of a child is that of one parent or the other. */
    protected abstract boolean isBetween(String child, String mother, String father);

    /** The probability that a sample has this text, each decision being uniform. */
    protected abstract double probability(String text);

    protected abstract List<String> badTexts();

    protected final SearchSpace space() {
        return space;
    }

    @Test
    void everyArchitectureIsNamedOnceAndParsesBackToItself() {
        List<Architecture> all = all();

        assertThat(all).doesNotHaveDuplicates();
        assertThat(BigInteger.valueOf(all.size())).isEqualTo(space.size());
        assertThat(all).allSatisfy(architecture -> {
            assertThat(space.parse(architecture.text())).isEqualTo(architecture);
            assertThat(space.contains(architecture)).isTrue();
        });
    }

    @Test
    void everyDecisionOfASampleIsUniform() {
        List<String> texts = all().stream().map(Architecture::text).toList();
        double[] expected = texts.stream().mapToDouble(this::probability).toArray();
        Map<String, Integer> index = new HashMap<>();
        texts.forEach(text -> index.put(text, index.size()));
        long[] observed = new long[expected.length];
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 20 * expected.length; i++) {
            observed[index.get(space.sample(random).text())]++;
        }

        Statistics.assertFollows(observed, expected);
    }

    @Test
    void everySampleDecodesToANetworkForTheTaskThatEndsInSoftmax() {
        samples(300).forEach(architecture -> {
            Network network = space.decode(architecture);
            assertThat(network.input()).isEqualTo(task().input());
            assertThat(network.output().layer()).isInstanceOf(Softmax.class);
            assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(task().classes()));
            assertThat(space.decode(architecture)).isEqualTo(network);
        });
    }

    @Test
    void theDefaultsFitTheTask() {
        SearchSpace defaults = Spaces.plugins().create(PluginSpec.of(id()), task());

        RandomGenerator random = new SplittableRandom(2);
        for (int i = 0; i < 100; i++) {
            Architecture sample = defaults.sample(random);
            assertThat(defaults.contains(sample)).isTrue();
            assertThat(defaults.decode(sample).input()).isEqualTo(task().input());
        }
    }

    @Test
    void aMutationChangesExactlyOneDecisionAndReachesEveryNeighbour() {
        SearchSpace.Mutable mutable = require(SearchSpace.Mutable.class);
        RandomGenerator random = new SplittableRandom(3);
        samples(5).forEach(parent -> {
            Set<Architecture> neighbours = all().stream()
                    .filter(other -> differences(parent.text(), other.text()) == 1)
                    .collect(Collectors.toSet());
            Set<Architecture> mutants = IntStream.range(0, 400 * neighbours.size())
                    .mapToObj(i -> mutable.mutate(parent, random))
                    .collect(Collectors.toSet());

            assertThat(mutants).isEqualTo(neighbours);
        });
    }

    @Test
    void aChildLiesInTheSpaceAndBetweenItsParents() {
        SearchSpace.Crossable crossable = require(SearchSpace.Crossable.class);
        List<Architecture> parents = samples(400).toList();
        RandomGenerator random = new SplittableRandom(4);
        for (int i = 0; i + 1 < parents.size(); i += 2) {
            Architecture mother = parents.get(i);
            Architecture father = parents.get(i + 1);
            Set<Architecture> children = Stream.generate(() -> crossable.crossover(mother, father, random))
                    .limit(50)
                    .collect(Collectors.toSet());

            assertThat(children)
                    .allMatch(space::contains)
                    .allMatch(child -> isBetween(child.text(), mother.text(), father.text()));
            assertThat(crossable.crossover(mother, mother, random)).isEqualTo(mother);
        }
    }

    @Test
    void choicesAndArchitectureAreTwoSidesOfOneThing() {
        SearchSpace.Encodable encodable = require(SearchSpace.Encodable.class);
        List<Decision> decisions = encodable.decisions();
        int length = decisions.stream().mapToInt(d -> d.options().size()).sum();

        assertThat(decisions).extracting(Decision::name).doesNotHaveDuplicates();
        Set<List<Integer>> seen = new HashSet<>();
        assertThat(all()).allSatisfy(architecture -> {
            int[] choices = encodable.choices(architecture);
            assertThat(choices).hasSameSizeAs(decisions);
            assertThat(encodable.architecture(choices)).contains(architecture);
            assertThat(seen.add(IntStream.of(choices).boxed().toList())).isTrue();
            long applying = IntStream.of(choices)
                    .filter(c -> c != SearchSpace.Encodable.NONE)
                    .count();
            double[] code = encodable.encode(architecture);
            assertThat(code).hasSize(length).containsOnly(0, 1);
            assertThat(DoubleStream.of(code).sum()).isEqualTo(applying);
        });
    }

    @Test
    void whatIsChosenWhereNothingAppliesMakesNoDifferenceAndAGapIsNoArchitecture() {
        SearchSpace.Encodable encodable = require(SearchSpace.Encodable.class);
        samples(50).forEach(architecture -> {
            int[] choices = encodable.choices(architecture);
            int[] filled = IntStream.of(choices).map(c -> Math.max(c, 0)).toArray();
            assertThat(encodable.architecture(filled)).contains(architecture);
            for (int i = 0; i < choices.length; i++) {
                if (choices[i] != SearchSpace.Encodable.NONE) {
                    int[] gap = filled.clone();
                    gap[i] = SearchSpace.Encodable.NONE;
                    assertThat(encodable.architecture(gap)).isEmpty();
                }
            }
        });
    }

    @Test
    void neighboursDifferInOneDecisionFromTheirOrigin() {
        SearchSpace.Encodable encodable = require(SearchSpace.Encodable.class);
        samples(20).forEach(architecture -> {
            List<Architecture> neighbours = encodable.neighbours(architecture).toList();
            assertThat(neighbours).isNotEmpty().doesNotHaveDuplicates().doesNotContain(architecture);
            assertThat(neighbours)
                    .allMatch(space::contains)
                    .allMatch(neighbour -> differences(architecture.text(), neighbour.text()) == 1
                            || otherChoices(encodable, architecture, neighbour) == 1);
        });
    }

    /** Where a space's mutation takes the steps that its local search does. */
    protected final void assertEveryMutantIsANeighbour() {
        SearchSpace.Encodable encodable = require(SearchSpace.Encodable.class);
        samples(5).forEach(architecture -> {
            Set<Architecture> mutants = all().stream()
                    .filter(other -> differences(architecture.text(), other.text()) == 1)
                    .collect(Collectors.toSet());
            assertThat(encodable.neighbours(architecture).collect(Collectors.toSet()))
                    .isEqualTo(mutants);
        });
    }

    private static long otherChoices(SearchSpace.Encodable space, Architecture a, Architecture b) {
        int[] from = space.choices(a);
        int[] to = space.choices(b);
        return IntStream.range(0, from.length)
                .filter(i -> from[i] >= 0 && to[i] >= 0 && from[i] != to[i])
                .count();
    }

    @Test
    void theSameSeedGivesTheSameArchitectures() {
        assertThat(walk(7)).isEqualTo(walk(7)).isNotEqualTo(walk(8));
    }

    @Test
    void aTextOfNoArchitectureIsRefused() {
        List<String> texts = Stream.concat(badTexts().stream(), Stream.of("", " ", "|", "nonsense", "\u0000"))
                .toList();

        assertThat(texts)
                .allSatisfy(text -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> space.parse(text))
                        .withMessageContaining("'"));
        assertThat(space.contains(Architecture.of("nonsense"))).isFalse();
    }

    private List<Architecture> walk(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Supplier<Architecture> sample = () -> space.sample(random);
        return Stream.generate(sample)
                .limit(100)
                .map(a -> space instanceof SearchSpace.Mutable mutable ? mutable.mutate(a, random) : a)
                .map(a -> space instanceof SearchSpace.Crossable crossable
                        ? crossable.crossover(a, sample.get(), random)
                        : a)
                .toList();
    }

    private List<Architecture> all() {
        return require(SearchSpace.Enumerable.class).all().toList();
    }

    private Stream<Architecture> samples(int count) {
        RandomGenerator random = new SplittableRandom(5);
        return Stream.generate(() -> space.sample(random)).limit(count);
    }

    private <T extends SearchSpace> T require(Class<T> capability) {
        assumeTrue(capability.isInstance(space), () -> id() + " is not " + capability.getSimpleName());
        return capability.cast(space);
    }
}
