package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.NameTaken;
import dev.skyline.dataset.Origin;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportDatasetTest extends ImportTest {

    private static final String ONE = "x,label\n" + "1,a\n2,b\n".repeat(5);
    private static final String OTHER = "x,label\n" + "1,a\n3,b\n".repeat(5);

    @Test
    void aDataSetIsNamedDatedAndStored() throws IOException {
        Origin origin = new Origin("measured here", "CC0", "");
        Dataset dataset = importing(ImportLimits.DEFAULT)
                .run(new Upload("mine", csv(ONE), Optional.empty(), Optional.empty(), origin));
        assertThat(dataset.name()).isEqualTo("mine");
        assertThat(dataset.origin()).isEqualTo(origin);
        assertThat(dataset.createdAt()).isEqualTo(NOW);
        assertThat(datasets.list()).containsExactly(dataset);
        assertThat(left()).containsExactly(files.path(dataset.content().hash()));
    }

    @Test
    void theSameContentUnderTheSameNameIsWhatIsThere() throws IOException {
        Dataset first = run("mine", ONE);
        assertThat(run("mine", ONE)).isEqualTo(first);
        assertThat(datasets.list()).containsExactly(first);
    }

    @Test
    void theSameContentUnderAnotherNameSharesTheFile() throws IOException {
        assertThat(run("mine", ONE).content()).isEqualTo(run("yours", ONE).content());
        assertThat(left()).hasSize(1);
    }

    @Test
    void aNameOfOtherContentIsTakenAndTheNewFileGoes() throws IOException {
        Dataset first = run("mine", ONE);
        assertThatThrownBy(() -> run("mine", OTHER)).isInstanceOf(NameTaken.class);
        assertThat(datasets.list()).containsExactly(first);
        assertThat(left()).containsExactly(files.path(first.content().hash()));
    }

    @Test
    void aTakenNameLeavesASharedFileToTheOther() throws IOException {
        run("mine", ONE);
        Dataset other = run("yours", OTHER);
        assertThatThrownBy(() -> run("mine", OTHER)).isInstanceOf(NameTaken.class);
        assertThat(files.contains(other.content().hash())).isTrue();
    }

    @Test
    void aDatabaseThatFailsLeavesNoFile() {
        Datasets failing = new Datasets() {
            @Override
            public void add(Dataset dataset) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public Optional<Dataset> find(String name) {
                return Optional.empty();
            }

            @Override
            public List<Dataset> list() {
                return List.of();
            }

            @Override
            public void delete(String name) {
                throw new IllegalStateException("no connection");
            }
        };
        ImportDataset importing = new ImportDataset(failing, files, ImportLimits.DEFAULT, Clock.systemUTC());
        assertThatThrownBy(() -> importing.run(Upload.of("mine", csv(ONE)))).hasMessage("no connection");
        assertThat(left()).isEmpty();
    }

    @Test
    void theFileGoesWithTheLastDataSetThatHasIt() throws IOException {
        DeleteDataset delete = new DeleteDataset(datasets, files);
        String hash = run("mine", ONE).content().hash();
        run("yours", ONE);
        assertThat(delete.delete("mine")).isTrue();
        assertThat(files.contains(hash)).isTrue();
        assertThat(delete.delete("mine")).isFalse();
        assertThat(delete.delete("yours")).isTrue();
        assertThat(left()).isEmpty();
        assertThat(datasets.list()).isEmpty();
    }

    @Test
    void digitsComeAtFirstNeedAndOnlyOnce() throws IOException {
        Digits digits = new Digits(datasets, files, importing(ImportLimits.DEFAULT));
        Dataset first = digits.dataset();
        assertThat(datasets.find("digits")).contains(first);
        assertThat(digits.dataset()).isEqualTo(first);
        files.delete(first.content().hash());
        assertThat(digits.dataset()).isEqualTo(first);
        assertThat(files.isIntact(first.content().hash())).isTrue();
    }

    private Dataset run(String name, String csv) throws IOException {
        return importing(ImportLimits.DEFAULT).run(Upload.of(name, csv(csv)));
    }

    private Path csv(String text) {
        return Uploads.file(upload(), text);
    }
}
