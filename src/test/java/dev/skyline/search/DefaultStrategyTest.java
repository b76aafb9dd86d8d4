package dev.skyline.search;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.strategy.PublishedTable;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search finds whose user names no strategy, on published tables. */
class DefaultStrategyTest {

    private static PluginSpec strategy(PublishedTable table, Problem problem) {
        return DefaultStrategy.of(Optional.of(problem), Optional.of(table.space()));
    }

    private static long found(String bounds, int most, int seeds) throws IOException {
        PublishedTable table = PublishedTable.nb201();
        Problem problem = PublishedTable.accuracyUnder(bounds);
        return Arrays.stream(table.trialsToOptimum(strategy(table, problem), problem, most, seeds))
                .filter(trials -> trials <= most)
                .count();
    }

    /** From every second cell down to one in a thousand meets the bounds; none of the trials breaks them. */
    @ParameterizedTest
    @Tag("figures")
    @ValueSource(
            strings = {
                "latency@raspi4<=25 latency@eyeriss<=5 latency@gold_6226<=9",
                "parameters<=500000 latency@gold_6226<=10",
                "latency@1080ti_1<=9",
                "parameters<=200000",
                "latency@raspi4<=8 latency@gold_6226<=6",
                "latency@titan_rtx_256<=23.6 latency@1080ti_1<=4.5 latency@fpga<=3.65",
                "parameters<=120000 latency@gold_6226<=3.5 latency@raspi4<=5"
            })
    void underConstraintsTheBestOfAllIsFound(String bounds) throws IOException {
        assertThat(found(bounds, 500, 20)).isGreaterThanOrEqualTo(18);
    }

    /** Nine of ten searches find it within 500 trials; that two of three do not has a chance of 3 %, within 250 likewise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "latency@raspi4<=25 latency@eyeriss<=5 latency@gold_6226<=9",
                "latency@titan_rtx_256<=23.6 latency@1080ti_1<=4.5 latency@fpga<=3.65"
            })
    void underConstraintsAFewSearchesFindTheBestOfAll(String bounds) throws IOException {
        assertThat(found(bounds, 250, 3)).isGreaterThanOrEqualTo(2);
    }

    /**
     * The shares are what a reference NSGA-II reaches on average with 500 trials on a sister table, without knowing
     * latencies beforehand. A search that has reached it only gains with further trials, so it is not carried on.
     */
    @ParameterizedTest
    @Tag("figures")
    @CsvSource({"eyeriss, 0.9955", "raspi4, 0.9930", "gold_6226, 0.9893", "1080ti_1, 0.9874"})
    void ofTheExactFrontTheAreaIsFoundByAllSearches(String device, double share) throws IOException {
        assertThat(most(device, share, 500, 20)).isLessThanOrEqualTo(500);
    }

    /** Nsga2 has less than 0.98 after 200 trials. */
    @Test
    void aFewSearchesFindMostOfTheExactFrontSoon() throws IOException {
        assertThat(most("gold_6226", 0.98, 100, 3)).isLessThanOrEqualTo(100);
    }

    private static int most(String device, double share, int most, int seeds) throws IOException {
        PublishedTable table = PublishedTable.nb201();
        Problem problem = PublishedTable.accuracyAnd("latency@" + device);
        return Arrays.stream(table.trialsToShare(strategy(table, problem), problem, share, most, seeds))
                .max()
                .orElseThrow();
    }

    @Test
    void aSpaceThatIsAtFaultIsGivenAStrategyThatWantsNothing() {
        assertThat(DefaultStrategy.of(Optional.of(Toy.TWO), Optional.empty())).isEqualTo(PluginSpec.of("random"));
    }
}
