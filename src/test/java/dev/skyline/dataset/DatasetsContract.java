package dev.skyline.dataset;

import dev.skyline.dataset.Content.ClassCount;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every implementation of {@link Datasets} does. */
public abstract class DatasetsContract {

    private static final Content IMAGES = new Content(
            "0a".repeat(32),
            new Schema.Images(3, 32, 24),
            List.of(new ClassCount("2", 7), new ClassCount("10", 9), new ClassCount("Äpfel", 5)));
    private static final Content TABLE = new Content(
            "b1".repeat(32),
            new Schema.Table(List.of("width, in cm", "'height'", "長さ")),
            List.of(new ClassCount("a", 5), new ClassCount("b", 1_000_000)));
    private static final Instant CREATED = Instant.parse("2026-03-04T05:06:07.891234Z");

    /** Empty, for each test. */
    protected abstract Datasets datasets();

    @Test
    void whatIsAddedIsFoundAsItWas() {
        Dataset images = new Dataset("images", IMAGES, new Origin("here", "CC0", "two\nlines"), CREATED);
        Dataset table = new Dataset("a-table-1", TABLE, Origin.UNKNOWN, CREATED);
        datasets().add(images);
        datasets().add(table);
        assertThat(datasets().find("images")).contains(images);
        assertThat(datasets().find("a-table-1")).contains(table);
        assertThat(datasets().find("others")).isEmpty();
    }

    @Test
    void theListIsInOrderOfNames() {
        for (String name : List.of("c", "a", "b")) {
            datasets().add(new Dataset(name, TABLE, Origin.UNKNOWN, CREATED));
        }
        assertThat(datasets().list()).extracting(Dataset::name).containsExactly("a", "b", "c");
    }

    @Test
    void aNameIsTakenOnceAndTheFirstStays() {
        Dataset first = new Dataset("flowers", IMAGES, Origin.UNKNOWN, CREATED);
        datasets().add(first);
        assertThatThrownBy(() -> datasets().add(new Dataset("flowers", TABLE, Origin.UNKNOWN, CREATED)))
                .isInstanceOfSatisfying(
                        NameTaken.class, e -> assertThat(e.name()).isEqualTo("flowers"));
        assertThat(datasets().list()).containsExactly(first);
    }

    @Test
    void aDeletedOneIsGoneAndItsNameIsFree() {
        datasets().add(new Dataset("flowers", IMAGES, Origin.UNKNOWN, CREATED));
        datasets().delete("flowers");
        datasets().delete("flowers");
        assertThat(datasets().list()).isEmpty();
        Dataset next = new Dataset("flowers", TABLE, Origin.UNKNOWN, CREATED);
        datasets().add(next);
        assertThat(datasets().find("flowers")).contains(next);
    }
}
