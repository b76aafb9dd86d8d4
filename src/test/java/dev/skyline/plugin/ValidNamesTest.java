package dev.skyline.plugin;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ValidNamesTest {

    @Test
    void namesWhatIsValidOrSaysThatNothingIs() {
        assertThat(ValidNames.of(List.of("a", "b"))).isEqualTo("; valid are a, b");
        assertThat(ValidNames.of(List.of())).isEqualTo("; there are none");
    }
}
