package dev.skyline.dataset;

import dev.skyline.dataset.Content.ClassCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentTest {

    private static final String HASH = "c0".repeat(32);
    private static final Schema TABLE = new Schema.Table(List.of("x"));
    private static final List<ClassCount> CLASSES = List.of(new ClassCount("a", 5), new ClassCount("b", 6));

    @Test
    void classesAreOrderedByNumberThenByName() {
        assertThat(Stream.of("b", "10", "a b", "9", "B", "010", "-1").sorted(new ClassOrder()))
                .containsExactly("9", "010", "10", "-1", "B", "a b", "b");
    }

    @Test
    void samplesAreCountedOverAllClasses() {
        Content content = new Content(HASH, TABLE, CLASSES);
        assertThat(content.samples()).isEqualTo(11);
        assertThat(content.classNames()).containsExactly("a", "b");
    }

    @Test
    void classesOutOfOrderOrTwiceOrAloneAreNoContent() {
        ClassCount a = CLASSES.get(0);
        ClassCount b = CLASSES.get(1);
        for (List<ClassCount> wrong : List.of(List.of(b, a), List.of(a, a), List.of(a), List.<ClassCount>of())) {
            assertThatThrownBy(() -> new Content(HASH, TABLE, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "C0c0", "c0c0"})
    void aHashIsOneThatAFileMayBeNamedAfter(String hash) {
        assertThatThrownBy(() -> new Content(hash, TABLE, CLASSES)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Digits", "my digits", "digits.zip", "a/b", "ü", "a\n"})
    void aNameIsOfLowerCaseLettersDigitsAndHyphens(String name) {
        Content content = new Content(HASH, TABLE, CLASSES);
        assertThat(Dataset.isName(name)).isFalse();
        assertThatThrownBy(() -> new Dataset(name, content, Origin.UNKNOWN, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Dataset.NAME_RULE);
    }

    @Test
    void aNameHasUpTo64Characters() {
        assertThat(Dataset.isName("mnist-60k")).isTrue();
        assertThat(Dataset.isName("x".repeat(64))).isTrue();
        assertThat(Dataset.isName("x".repeat(65))).isFalse();
    }

    @Test
    void typesHaveTheNamesOfTheApi() {
        assertThat(DatasetType.of("images")).contains(DatasetType.IMAGES);
        assertThat(DatasetType.of("table")).contains(DatasetType.TABLE);
        assertThat(DatasetType.of("Images")).isEmpty();
    }
}
