package dev.skyline.dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SplitTest {

    private static final int CLASSES = 7;

    @ParameterizedTest
    @ValueSource(ints = {35, 100, 1797, 20_011})
    void partsAreDisjointAndTogetherAll(int samples) {
        Split split = Split.stratified(labels(samples), CLASSES, 3);
        assertThat(Stream.of(split.training(), split.validation(), split.test())
                        .flatMapToInt(Arrays::stream)
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, samples).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 100, 1797, 20_011})
    void eachClassHasItsShareOfEachPartToWithinOneSample(int samples) {
        int[] labels = labels(samples);
        Split split = Split.stratified(labels, CLASSES, 3);
        for (int label = 0; label < CLASSES; label++) {
            int count = count(labels, IntStream.range(0, samples).toArray(), label);
            assertThat((double) count(labels, split.training(), label)).isCloseTo(0.6 * count, within(1.0));
            assertThat((double) count(labels, split.validation(), label)).isCloseTo(0.2 * count, within(1.0));
            assertThat((double) count(labels, split.test(), label)).isCloseTo(0.2 * count, within(1.0));
        }
    }

    @Test
    void fiveSamplesOfAClassReachEveryPart() {
        Split split = Split.stratified(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, 2, 11);
        assertThat(split.training()).hasSize(6);
        assertThat(split.validation()).hasSize(2);
        assertThat(split.test()).hasSize(2);
    }

    @Test
    void theSeedAloneDecides() {
        int[] labels = labels(500);
        assertThat(Split.stratified(labels, CLASSES, 5).test())
                .isEqualTo(Split.stratified(labels.clone(), CLASSES, 5).test())
                .isNotEqualTo(Split.stratified(labels, CLASSES, 6).test());
    }

    @Test
    void theSplitOfASeedIsTheSameInEveryRelease() {
        Split split = Split.stratified(labels(40), CLASSES, 42);
        assertThat(split.test()).containsExactly(0, 10, 19, 22, 25, 30, 39);
        assertThat(split.validation()).containsExactly(9, 24, 29, 32, 34, 35, 36, 38);
    }

    /** Of uneven classes, each of five or more. */
    private static int[] labels(int samples) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, samples)
                .map(i -> i < 5 * CLASSES ? i % CLASSES : Math.min(CLASSES - 1, random.nextInt(2 * CLASSES)))
                .toArray();
    }

    private static int count(int[] labels, int[] samples, int label) {
        return (int)
                Arrays.stream(samples).filter(sample -> labels[sample] == label).count();
    }
}
