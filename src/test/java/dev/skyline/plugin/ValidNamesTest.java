package dev.skyline.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidNamesTest {

    @Test
    void namesWhatIsValidOrSaysThatNothingIs() {
        assertThat(ValidNames.of(List.of("a", "b"))).isEqualTo("; valid are a, b");
        assertThat(ValidNames.of(List.of())).isEqualTo("; there are none");
    }
}
