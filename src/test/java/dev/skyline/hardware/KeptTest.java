package dev.skyline.hardware;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptTest {

    private final List<String> made = new ArrayList<>();
    private final Kept<String, String> kept = new Kept<>(2, key -> {
        made.add(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return key + "!";
    });

    @Test
    void aKeyIsMadeOnceAsLongAsItIsKept() {
        assertThat(kept.get("a")).isEqualTo("a!");
        kept.get("b");
        kept.get("a");
        kept.get("c");
        kept.get("a");
        assertThat(made).containsExactly("a", "b", "c");
        kept.get("b");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void whatFailsIsTriedAgain() {
        assertThatThrownBy(() -> kept.get("")).hasMessage("nothing");
        assertThatThrownBy(() -> kept.get("")).hasMessage("nothing");
        assertThat(made).containsExactly("", "");
    }
}
