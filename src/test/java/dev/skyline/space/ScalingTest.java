package dev.skyline.space;

import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScalingTest {

    @ParameterizedTest
    @CsvSource({"1, 1.2, 2", "5, 1.2, 6", "5, 1.44, 8", "10, 1.1, 11", "4, 1, 4"})
    void depthsAreRoundedUp(int count, double factor, int expected) {
        assertThat(new Scaling(factor, 1, 1, 8).repeats(count)).isEqualTo(expected);
    }

    /** The first four rows are stages of EfficientNet-B2, B3 and B4. */
    @ParameterizedTest
    @CsvSource({
        "16, 1.1, 8, 16",
        "112, 1.1, 8, 120",
        "24, 1.2, 8, 32",
        "1280, 1.4, 8, 1792",
        "16, 1.21, 8, 24",
        "3, 1.1, 8, 8",
        "36, 1.1, 1, 40",
        "13, 1, 8, 13"
    })
    void widthsAreRoundedToMultiplesOfWhichNoneTakesAwayMoreThanATenth(
            int count, double factor, int multiple, int expected) {
        assertThat(new Scaling(1, factor, 1, multiple).channels(count)).isEqualTo(expected);
    }

    @Test
    void sidesAreRoundedToTheNearestPixel() {
        Scaling scaling = new Scaling(1, 1, 1.15, 8);

        assertThat(scaling.task(new Task(Shape.image(3, 32, 28), 10))).isEqualTo(new Task(Shape.image(3, 37, 32), 10));
        assertThat(scaling.task(new Task(Shape.features(13), 3))).isEqualTo(new Task(Shape.features(13), 3));
    }

    @Test
    void whatWouldBeTooLargeIsRefused() {
        assertThatThrownBy(() -> new Scaling(9, 1, 1, 8).repeats(9))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("repeated 81 times; at most 80");
        assertThatThrownBy(() -> new Scaling(1, 17, 1, 8).channels(256))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("4352 channels; at most 4096");
        assertThatThrownBy(() -> new Scaling(1, 1, 5, 8).task(new Task(Shape.image(3, 224, 224), 10)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("1120 pixels a side; at most 1024");
        assertThatIllegalArgumentException().isThrownBy(() -> new Scaling(0.9, 1, 1, 8));
    }
}
