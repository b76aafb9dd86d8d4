package dev.skyline.dataset.importing;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetPreview;
import dev.skyline.dataset.DatasetPreview.ClassPreview;
import dev.skyline.dataset.DatasetPreview.Column;
import dev.skyline.dataset.DatasetPreview.Row;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatasetPreviewTest extends ImportTest {

    @Test
    void eachClassShowsSomeOfItsOwnSamplesAndTheSameOnesEachTime() throws IOException {
        Dataset dataset = images();
        List<ClassPreview> classes = new DatasetPreview(files, dataset).classes(3);
        assertThat(classes).extracting(ClassPreview::name).containsExactly("cat", "dog");
        assertThat(classes).extracting(ClassPreview::samples).containsExactly(5, 7);
        List<List<Integer>> samples = samples(dataset);
        for (int label = 0; label < 2; label++) {
            int expected = label;
            assertThat(classes.get(label).shown())
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allSatisfy(sample -> assertThat(samples.get(sample).get(0)).isEqualTo(expected));
        }
        assertThat(new DatasetPreview(files, dataset).classes(3)).isEqualTo(classes);
        assertThat(new DatasetPreview(files, dataset).classes(100).get(0).shown())
                .hasSize(5);
    }

    @Test
    void aSampleAsPngHasItsExactPixels() throws IOException {
        Dataset dataset = images();
        DatasetPreview preview = new DatasetPreview(files, dataset);
        List<List<Integer>> samples = samples(dataset);
        for (int i = 0; i < samples.size(); i++) {
            DecodedImage decoded = new ImageDecoder(100).decode(preview.png(i), "sample " + i);
            assertThat(decoded.width()).isEqualTo(3);
            assertThat(decoded.height()).isEqualTo(2);
            for (int p = 0; p < decoded.values().length; p++) {
                assertThat(decoded.values()[p] & 0xff).isEqualTo(samples.get(i).get(1 + p));
            }
        }
    }

    @Test
    void greyStaysGrey() throws IOException {
        Dataset digits = new Digits(datasets, files, importing(ImportLimits.DEFAULT)).dataset();
        DecodedImage decoded = new ImageDecoder(100).decode(new DatasetPreview(files, digits).png(1796), "");
        assertThat(decoded.grey()).isTrue();
        List<Integer> sample = samples(digits).get(1796);
        for (int p = 0; p < 64; p++) {
            assertThat(decoded.values()[p] & 0xff).isEqualTo(sample.get(1 + p));
        }
    }

    @Test
    void aSampleThatIsNotThereIsNotShown() throws IOException {
        DatasetPreview preview = new DatasetPreview(files, images());
        assertThatThrownBy(() -> preview.png(12)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> preview.png(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(preview::columns).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableShowsRowsAndTheRangeOfEachColumn() throws IOException {
        Path csv = Uploads.file(upload(), "x,label,y\n" + "1,a,-2\n2,b,0\n".repeat(4) + "3,a,-1\n9,b,3");
        Dataset dataset = imported(csv);
        DatasetPreview preview = new DatasetPreview(files, dataset);
        assertThat(preview.columns()).containsExactly(new Column("x", 1, 2.4, 9), new Column("y", -2, -0.6, 3));
        assertThat(preview.rows(20))
                .hasSize(10)
                .contains(
                        new Row("a", List.of(3f, -1f)), new Row("b", List.of(9f, 3f)), new Row("a", List.of(1f, -2f)));
        assertThat(preview.rows(3)).isEqualTo(preview.rows(20).subList(0, 3));
        assertThat(preview.classes(0)).extracting(ClassPreview::samples).containsExactly(5, 5);
        assertThatThrownBy(() -> preview.png(0)).isInstanceOf(IllegalStateException.class);
    }

    private Dataset images() throws IOException {
        Map<String, byte[]> zip = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            zip.put((i < 5 ? "cat/" : "dog/") + i + ".png", Uploads.colorPng(3, 2, i));
        }
        return imported(Uploads.zip(upload(), zip));
    }
}
