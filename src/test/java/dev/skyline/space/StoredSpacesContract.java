package dev.skyline.space;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What every implementation of {@link StoredSpaces} does. */
public abstract class StoredSpacesContract {

    /** Empty, for each test. */
    protected abstract StoredSpaces spaces();

    private static StoredSpace space(String name, String about) {
        Map<String, Object> document = Map.of("stages", List.of("norm", Map.of("layer", "dropout", "rate", 0.25)));
        return new StoredSpace(
                name, about, document, BigInteger.TEN.pow(40), Instant.parse("2026-03-04T05:06:07.891234Z"));
    }

    @Test
    void whatIsAddedIsFoundAsItWas() {
        StoredSpace added = space("mine", "Of mine");
        assertThat(spaces().add(added)).isTrue();
        assertThat(spaces().find("mine")).contains(added);
        assertThat(spaces().find("other")).isEmpty();
    }

    @Test
    void theListIsInOrderOfNames() {
        for (String name : List.of("c", "a", "b")) {
            spaces().add(space(name, ""));
        }
        assertThat(spaces().list()).extracting(StoredSpace::name).containsExactly("a", "b", "c");
    }

    @Test
    void aNameIsTakenOnceAndTheFirstStays() {
        StoredSpace first = space("mine", "first");
        spaces().add(first);
        assertThat(spaces().add(space("mine", "second"))).isFalse();
        assertThat(spaces().list()).containsExactly(first);
    }

    @Test
    void aDeletedOneIsGoneAndItsNameIsFree() {
        spaces().add(space("mine", ""));
        spaces().delete("mine");
        spaces().delete("mine");
        assertThat(spaces().list()).isEmpty();
        assertThat(spaces().add(space("mine", "again"))).isTrue();
    }
}
