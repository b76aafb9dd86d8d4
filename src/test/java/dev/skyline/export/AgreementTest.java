package dev.skyline.export;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class AgreementTest {

    @Test
    void smallDifferencesAgree() {
        Agreement agreement = of(new float[] {0.2f, 0.8f, 0.6f, 0.4f}, new float[] {0.20005f, 0.79995f, 0.6f, 0.4f});
        assertThat(agreement.samples()).isEqualTo(2);
        assertThat(agreement.largestDifference()).isCloseTo(5e-5, within(1e-6));
        assertThat(agreement.holds()).isTrue();
    }

    @Test
    void aDifferenceAboveTheToleranceDoesNot() {
        assertThat(of(new float[] {0.2f, 0.8f}, new float[] {0.2002f, 0.7998f}).holds())
                .isFalse();
    }

    @Test
    void anotherClassDoesNotEither() {
        Agreement agreement = of(new float[] {0.2f, 0.8f}, new float[] {0.8f, 0.2f});
        assertThat(agreement.sameClasses()).isFalse();
        assertThat(agreement.holds()).isFalse();
    }

    @Test
    void betweenTwoClassesThatAreEquallyProbableEitherMayBeChosen() {
        assertThat(of(new float[] {0.50001f, 0.49999f}, new float[] {0.49999f, 0.50001f})
                        .holds())
                .isTrue();
    }

    @Test
    void whatIsNotANumberAgreesWithNothing() {
        assertThat(of(new float[] {Float.NaN, Float.NaN}, new float[] {Float.NaN, Float.NaN})
                        .holds())
                .isFalse();
        assertThat(of(new float[] {0.5f, 0.5f}, new float[] {Float.NaN, 0.5f}).holds())
                .isFalse();
    }

    @Test
    void togetherTheWorseCounts() {
        Agreement near = new Agreement(64, 1e-6, true);
        assertThat(near.and(new Agreement(64, 1e-5, false))).isEqualTo(new Agreement(64, 1e-5, false));
    }

    @Test
    void thereMustBeSomethingToCompare() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(new float[0], new float[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> of(new float[2], new float[4]));
    }

    private static Agreement of(float[] expected, float[] actual) {
        return Agreement.of(expected, actual, 2);
    }
}
