package dev.skyline.export;

import dev.skyline.dataset.Origin;
import dev.skyline.experiment.DatasetRef;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Everything that is known of a trained model, in one zip with a page on how to run it. */
final class Bundle {

    private static final String FILE = "bundle.zip";

    private final Path folder;
    private final ExportOrder order;
    private final DatasetRef data;
    private final Origin origin;
    private final Agreement agreement;

    /** @param folder in which the workshop has left its files */
    Bundle(Path folder, ExportOrder order, DatasetRef data, Origin origin, Agreement agreement) {
        this.folder = folder;
        this.order = order;
        this.data = data;
        this.origin = origin;
        this.agreement = agreement;
    }

    /** Writes the zip into the folder; gives its name. */
    String write(ExportDocuments documents) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILE));
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, "README.md", new Readme(order, data, agreement).text());
            List<String> files = List.of(
                    ModelWorkshop.ONNX,
                    ModelWorkshop.DL4J,
                    order.className() + ".java",
                    ModelWorkshop.WEIGHTS,
                    ModelWorkshop.PREPROCESSING);
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                Files.copy(folder.resolve(file), zip);
                zip.closeEntry();
            }
            add(zip, "spec.json", documents.spec());
            add(zip, "measurements.json", documents.trial());
            add(zip, "DATA-LICENSE.txt", licence());
        }
        return FILE;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String licence() {
        return """
                The model was trained on the data set "%s" (SHA-256 %s).

                Source: %s
                Licence: %s
                Notes: %s
                """.formatted(
                data.name(), order.dataset(), said(origin.source()), said(origin.licence()), said(origin.notes()));
    }

    private static String said(String text) {
        return text.isBlank() ? "nothing was said when the data set was imported" : text;
    }
}
