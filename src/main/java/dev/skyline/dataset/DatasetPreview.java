package dev.skyline.dataset;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A look at a data set, for people. Reads from its file what is asked for, and no more; keeps nothing open. */
public final class DatasetPreview {

    private final DatasetFiles files;
    private final Content content;

    /** @param shown numbers of some samples of the class, for {@link #png} */
    public record ClassPreview(String name, int samples, List<Integer> shown) {}

    /** A sample of a table: its class, and its values in the order of the features. */
    public record Row(String className, List<Float> values) {}

    /** A feature of a table over all samples. */
    public record Column(String name, float min, double mean, float max) {}

    public DatasetPreview(DatasetFiles files, Dataset dataset) {
        this.files = files;
        this.content = dataset.content();
    }

    /** All classes, each with the first few of its samples as they are stored, so that they are the same each time. */
    public List<ClassPreview> classes(int samplesEach) throws IOException {
        int[] labels;
        try (DatasetFile file = files.open(content.hash())) {
            labels = file.labels();
        }
        List<List<Integer>> shown = new ArrayList<>();
        content.classes().forEach(each -> shown.add(new ArrayList<>()));
        for (int sample = 0; sample < labels.length; sample++) {
            if (shown.get(labels[sample]).size() < samplesEach) {
                shown.get(labels[sample]).add(sample);
            }
        }
        List<ClassPreview> classes = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Content.ClassCount each = content.classes().get(i);
            classes.add(new ClassPreview(each.name(), each.samples(), List.copyOf(shown.get(i))));
        }
        return classes;
    }

    /**
     * A sample as a PNG image.
     *
     * @throws IndexOutOfBoundsException if there is no such sample
     * @throws IllegalStateException if the data set is a table
     */
    public byte[] png(int sample) throws IOException {
        if (!(content.schema() instanceof Schema.Images images)) {
            throw new IllegalStateException("a table has no images");
        }
        byte[] values = sample(sample);
        int type = images.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(images.width(), images.height(), type);
        int plane = images.width() * images.height();
        int[] pixels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i % plane * images.channels() + i / plane] = values[i] & 0xff;
        }
        image.getRaster().setPixels(0, 0, images.width(), images.height(), pixels);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not ImageIO's own stream, which would go through a temporary file.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    /** The first rows of a table as they are stored. */
    public List<Row> rows(int count) throws IOException {
        int samples = Math.min(count, content.samples());
        return rows(IntStream.range(0, samples).boxed().toList());
    }

    /**
     * These samples of a table.
     *
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public List<Row> rows(List<Integer> samples) throws IOException {
        requireTable();
        List<Row> rows = new ArrayList<>();
        try (DatasetFile file = files.open(content.hash())) {
            int[] labels = file.labels();
            for (int sample : samples) {
                Objects.checkIndex(sample, labels.length);
                List<Float> values = new ArrayList<>();
                for (ByteBuffer bytes = ByteBuffer.wrap(file.sample(sample)); bytes.hasRemaining(); ) {
                    values.add(bytes.getFloat());
                }
                rows.add(new Row(content.classes().get(labels[sample]).name(), values));
            }
        }
        return rows;
    }

    /** All features of a table; reads the whole file. */
    public List<Column> columns() throws IOException {
        List<String> features = requireTable().features();
        float[] min = new float[features.size()];
        float[] max = new float[features.size()];
        double[] sum = new double[features.size()];
        int samples;
        try (DatasetFile file = files.open(content.hash())) {
            samples = file.samples();
            for (int sample = 0; sample < samples; sample++) {
                ByteBuffer values = ByteBuffer.wrap(file.sample(sample));
                for (int i = 0; i < sum.length; i++) {
                    float value = values.getFloat();
                    min[i] = sample == 0 ? value : Math.min(min[i], value);
                    max[i] = sample == 0 ? value : Math.max(max[i], value);
                    sum[i] += value;
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < sum.length; i++) {
            columns.add(new Column(features.get(i), min[i], sum[i] / samples, max[i]));
        }
        return columns;
    }

    private Schema.Table requireTable() {
        if (content.schema() instanceof Schema.Table table) {
            return table;
        }
        throw new IllegalStateException("images have no columns");
    }

    private byte[] sample(int sample) throws IOException {
        try (DatasetFile file = files.open(content.hash())) {
            Objects.checkIndex(sample, file.samples());
            return file.sample(sample);
        }
    }
}
