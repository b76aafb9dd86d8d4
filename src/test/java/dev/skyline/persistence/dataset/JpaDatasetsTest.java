package dev.skyline.persistence.dataset;

import dev.skyline.dataset.Content;
import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.NameTaken;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.Schema;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PersistenceTest
class JpaDatasetsTest {

    private static final Dataset IMAGES = dataset("digits", new Schema.Images(1, 8, 8));
    private static final Dataset TABLE = dataset("a-table", new Schema.Table(List.of("petal length", "ünïcode")));

    @Autowired
    private Datasets datasets;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Test
    void dataSetsComeBackAsTheyWereByName() {
        datasets.add(IMAGES);
        datasets.add(TABLE);
        assertThat(datasets.find("digits")).contains(IMAGES);
        assertThat(datasets.list()).containsExactly(TABLE, IMAGES);
        assertThat(datasets.find("none")).isEmpty();
    }

    @Test
    void aNameIsTakenOnceAndFreeAgainAfterDeletion() {
        datasets.add(IMAGES);
        assertThatThrownBy(() -> datasets.add(dataset("digits", new Schema.Images(3, 4, 4))))
                .isInstanceOf(NameTaken.class);
        assertThat(datasets.list()).containsExactly(IMAGES);
        datasets.delete("digits");
        datasets.delete("digits");
        datasets.add(IMAGES);
        assertThat(datasets.list()).containsExactly(IMAGES);
    }

    private static Dataset dataset(String name, Schema schema) {
        return new Dataset(
                name,
                new Content("a".repeat(64), schema, List.of(new ClassCount("0", 10), new ClassCount("cat", 7))),
                new Origin("where it comes from", "CC-BY", ""),
                Instant.parse("2026-11-24T08:00:00.123456Z"));
    }
}
