package dev.skyline.dataset;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SamplesTest {

    @Test
    void pixelsAreScaledToOne() {
        Samples samples = Samples.ofImages(1, 2, 2, new int[] {0, 1}, new byte[] {0, (byte) 255, 51, (byte) 204});
        assertThat(values(samples, 0)).containsExactly(0, 1);
        assertThat(values(samples, 1)).containsExactly(new float[] {0.2f, 0.8f}, within(1e-6f));
        assertThat(samples.standardizedBy(new int[] {0})).isSameAs(samples);
    }

    @Test
    void standardizingGivesZeroMeanAndUnitDeviationOverTheTrainingSamplesAlone() {
        float[] numbers = {10, 1e6f, 20, 3e6f, 30, 5e6f, 1000, -7e9f};
        Samples samples = Samples.ofTable(2, 2, new int[] {0, 1, 0, 1}, numbers).standardizedBy(new int[] {0, 1, 2});
        for (int feature = 0; feature < 2; feature++) {
            int f = feature;
            double[] values = IntStream.range(0, 3)
                    .mapToDouble(i -> values(samples, i)[f])
                    .toArray();
            assertThat(values[0] + values[1] + values[2]).isCloseTo(0, within(1e-5));
            assertThat(values[0] * values[0] + values[1] * values[1] + values[2] * values[2])
                    .isCloseTo(3, within(1e-5));
        }
        assertThat(values(samples, 3)[0]).isGreaterThan(100);
    }

    @Test
    void aConstantFeatureBecomesZeroWhateverOthersHave() {
        float[] numbers = new float[1001];
        Arrays.fill(numbers, 0.1f);
        numbers[1000] = 0.2f;
        int[] training = IntStream.range(0, 1000).toArray();
        Samples samples = Samples.ofTable(1, 2, new int[1001], numbers).standardizedBy(training);
        assertThat(values(samples, 0)).containsExactly(0);
        assertThat(values(samples, 1000)).containsExactly(0);
    }

    @Test
    void theTiniestAndTheLargestNumbersStayFinite() {
        float[] numbers = {0, -Float.MAX_VALUE, Float.MIN_VALUE, Float.MAX_VALUE};
        Samples samples = Samples.ofTable(2, 2, new int[] {0, 1}, numbers).standardizedBy(new int[] {0, 1});
        for (int i = 0; i < 2; i++) {
            for (float value : values(samples, i)) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void valuesMustFillAllSamples() {
        assertThatThrownBy(() -> Samples.ofTable(2, 2, new int[] {0, 1}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] values(Samples samples, int sample) {
        float[] values = new float[samples.valuesPerSample()];
        samples.copyTo(sample, values, 0);
        return values;
    }
}
