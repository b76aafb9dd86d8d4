package dev.skyline.export;

import dev.skyline.experiment.DatasetRef;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of a bundle: what is in it and how this very model is run. */
final class Readme {

    private final ExportOrder order;
    private final DatasetRef data;
    private final Agreement agreement;

    Readme(ExportOrder order, DatasetRef data, Agreement agreement) {
        this.order = order;
        this.data = data;
        this.agreement = agreement;
    }

    String text() {
        List<Integer> shape = data.shape();
        boolean images = shape.size() == 3;
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return template()
                .replace("@TRIAL@", order.metadata().get("trial"))
                .replace("@CLASS@", order.className())
                .replace("@SIZES@", sizes)
                .replace("@LONGS@", shape.stream().map(size -> size + "L").collect(Collectors.joining(", ")))
                .replace("@VALUES@", shape.stream().map(String::valueOf).collect(Collectors.joining(" * ")))
                .replace("@AXES@", images ? "batch, channel, row, column" : "batch, feature")
                .replace("@RAW@", images ? "pixels of 0 to 255" : "the numbers of the table's features, in order")
                .replace("@BROADCAST@", images ? "-1, 1, 1" : "-1")
                .replace("@COUNT@", Integer.toString(data.classes().size()))
                .replace("@PROVED@", Integer.toString(agreement.samples()))
                .replace("@DIFFERENCE@", String.format(Locale.ROOT, "%.1e", agreement.largestDifference()))
                .replace("@FOLDED@", order.fold() ? "Batch normalisation is folded into the layers before it." : "")
                .replace("@CLASSES@", classes(data.classes()))
                .replace("@NAME@", plain(order.metadata().get("experimentName")))
                .replace("@DATA@", data.name());
    }

    private static String template() {
        try (InputStream in = Readme.class.getResourceAsStream("README.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page of a bundle cannot be read", e);
        }
    }

    private static String classes(List<String> names) {
        return names.stream().map(name -> "`" + plain(name) + "`").collect(Collectors.joining(", "));
    }

    /** On one line, without what Markdown or a comment would take for its own. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}`<>]", " ");
    }
}
