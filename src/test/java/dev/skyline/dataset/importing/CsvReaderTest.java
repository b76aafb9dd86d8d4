package dev.skyline.dataset.importing;

import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetPreview;
import dev.skyline.dataset.DatasetPreview.Row;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CsvReaderTest extends ImportTest {

    private static final String ROWS = "1,2,a\n3,4,b\n".repeat(5);

    @Test
    void columnsBesideTheLabelAreFeatures() throws IOException {
        Dataset dataset = imported(csv("width,height,kind\n" + ROWS));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Table(List.of("width", "height")));
        assertThat(dataset.content().classes()).containsExactly(new ClassCount("a", 5), new ClassCount("b", 5));
        assertThat(new DatasetPreview(files, dataset).rows(10))
                .containsOnly(new Row("a", List.of(1f, 2f)), new Row("b", List.of(3f, 4f)));
    }

    @Test
    void irisIsRead() throws IOException {
        String iris = "sepal_length,sepal_width,Species\n"
                + "5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n".repeat(5);
        Dataset dataset = imported(csv(iris));
        assertThat(dataset.content().classNames()).containsExactly("setosa", "versicolor", "virginica");
    }

    @ParameterizedTest
    @CsvSource({"label", "class", "target", "species", "Label", "TARGET"})
    void aColumnOfAUsualNameIsTheLabel(String name) throws IOException {
        Dataset dataset = imported(csv("x," + name + ",y\n" + "1,a,2\n3,b,4\n".repeat(5)));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Table(List.of("x", "y")));
        assertThat(dataset.content().classNames()).containsExactly("a", "b");
    }

    @Test
    void theLabelColumnMayBeNamed() throws IOException {
        Dataset dataset =
                importing(ImportLimits.DEFAULT).run(labelled("y", csv("x,y,label\n" + "1,a,2\n3,b,4\n".repeat(5))));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Table(List.of("x", "label")));
    }

    @Test
    void aLabelColumnThatIsNotThereIsNamedWithThoseThatAre() {
        assertRefused(labelled("z", csv("x,y,label\n" + ROWS)), ImportLimits.DEFAULT)
                .hasMessage("there is no column 'z'; the columns are x, y, label")
                .isInstanceOfSatisfying(
                        InvalidDataset.class, e -> assertThat(e.field()).isEqualTo("label"));
    }

    @Test
    void gzipOtherSeparatorsQuotesBlankLinesAndAByteOrderMarkMakeNoDifference() throws IOException {
        Dataset plain = imported(csv("width,height,kind\n" + ROWS));
        assertThat(imported(Uploads.file(
                        upload(), Uploads.gzip(("width,height,kind\n" + ROWS).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(plain);
        assertThat(imported(csv("width;height;kind\n" + ROWS.replace(',', ';'))))
                .isEqualTo(plain);
        assertThat(imported(csv("width\theight\tkind\n" + ROWS.replace(',', '\t'))))
                .isEqualTo(plain);
        assertThat(imported(csv("\uFEFF\"width\",\"height\",kind\r\n\r\n" + ROWS.replace("\n", "\r\n"))))
                .isEqualTo(plain);
        assertThat(imported(
                        csv("width, height, kind\n" + ROWS.replace(",", " , ").stripTrailing())))
                .isEqualTo(plain);
    }

    @Test
    void namesMayHoldSeparatorsAndLettersOfAnyLanguage() throws IOException {
        Dataset dataset = imported(
                csv("\"width, in cm\",長さ,label\n" + "1,2,\"weiß, groß\"\n3,4,\"so \"\"called\"\"\"\n".repeat(5)));
        assertThat(dataset.content().schema()).isEqualTo(new Schema.Table(List.of("width, in cm", "長さ")));
        assertThat(dataset.content().classNames()).containsExactly("so \"called\"", "weiß, groß");
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-0.5,-0.5", "1e-3,0.001", "+2.50E2,250", "16777217,16777216", ".5,0.5", "-0,0", "00012,12"})
    void numbersAreDecimal(String text, float value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-inf", "abc", "1f", "0x10", "1e", "--1", "1 2", "?", "NA", "1.2.3", "٣"})
    void whatIsNoFiniteNumberIsNamedWithLineAndColumn(String cell) {
        assertRefused(csv("width,height,kind\n" + ROWS + "5," + cell + ",a\n"))
                .hasMessage("line 12, column 'height': '" + cell + "' is not a finite number");
    }

    @Test
    void aNumberBeyondTheRangeIsNamed() {
        assertRefused(csv("width,height,kind\n" + ROWS + "1e39,1,a"))
                .hasMessage("line 12, column 'width': 1e39 is beyond what 32 bits hold");
    }

    @Test
    void aMissingValueIsNamed() {
        assertRefused(csv("width,height,kind\n" + ROWS + "5,,a\n"))
                .hasMessage("line 12, column 'height': the value is missing");
    }

    @Test
    void aMissingLabelIsNamed() {
        assertRefused(csv("width,height,kind\n" + ROWS + "5,6,\n")).hasMessage("line 12: the label is missing");
    }

    @Test
    void aLineOfAnotherLengthIsNamed() {
        assertRefused(csv("width,height,kind\n" + ROWS + "5,6\n"))
                .hasMessage("line 12: has 2 values, but the header names 3 columns");
    }

    @Test
    void linesAreCountedAsEditorsDo() {
        assertRefused(csv("width,height,kind\r\n\r\n" + ROWS.replace("\n", "\r\n") + "5,x,a"))
                .hasMessageStartingWith("line 13, ");
    }

    @Test
    void aHeaderOfNumbersIsNone() {
        assertRefused(csv("5.1,3.5,setosa\n" + ROWS)).hasMessageContaining("the first line must name the columns");
    }

    @Test
    void aColumnWithoutANameIsNamedByItsPlace() {
        assertRefused(csv(",x,label\n" + ROWS)).hasMessage("line 1, column 1: the column has no name");
    }

    @Test
    void aColumnNamedTwiceIsNamed() {
        assertRefused(csv("x,x,label\n" + ROWS)).hasMessage("line 1, column 2: a second column 'x'");
    }

    @Test
    void aLabelAloneIsRefused() {
        assertRefused(csv("label\na\nb\n")).hasMessageContaining("no column beside the label");
    }

    @Test
    void aHeaderAloneIsRefused() {
        assertRefused(csv("x,label\n")).hasMessage("there is no sample in it");
    }

    @Test
    void aLabelOfTooManyValuesIsDoubted() {
        StringBuilder csv = new StringBuilder("x,price\n");
        for (int i = 0; i < 2000; i++) {
            csv.append("1,").append(i).append(".5\n");
        }
        assertRefused(csv(csv.toString())).hasMessageStartingWith("line 1002: ").hasMessageContaining("the label?");
    }

    @Test
    void aQuoteThatNeverClosesIsRefused() {
        assertRefused(csv("x,label\n1,a\n1,\"b\n" + "1,a\n".repeat(10))).hasMessageContaining("is no CSV");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        assertRefused(csv("x,label\n1,a\n" + "1".repeat(5_000_000))).hasMessageContaining("has a line of more than");
    }

    @Test
    void anotherEncodingIsRefused() {
        assertRefused(Uploads.file(upload(), "x,label\n1,größe\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("is not text in UTF-8");
    }

    @Test
    void controlCharactersInNamesAreRefused() {
        assertRefused(csv("x,label\n1,\"a\u0007b\"\n")).hasMessageContaining("control character");
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertRefused(csv(columns(5000) + ",label\n"))
                .hasMessageContaining("names 5000 columns beside the label; 4096 are the most");
    }

    private Upload labelled(String label, Path file) {
        return new Upload("x", file, Optional.empty(), Optional.of(label), Origin.UNKNOWN);
    }

    private Path csv(String text) {
        return Uploads.file(upload(), text);
    }

    private static String columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    }
}
