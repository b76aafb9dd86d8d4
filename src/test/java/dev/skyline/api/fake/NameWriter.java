package dev.skyline.api.fake;

import dev.skyline.export.Agreement;
import dev.skyline.export.ExportOrder;
import dev.skyline.export.ModelWorkshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the name of each file into it. */
final class NameWriter implements ModelWorkshop {

    @Override
    public Agreement make(ExportOrder order, Path folder) {
        try {
            for (String name : List.of(
                    ModelWorkshop.ONNX,
                    ModelWorkshop.DL4J,
                    ModelWorkshop.WEIGHTS,
                    ModelWorkshop.PREPROCESSING,
                    order.className() + ".java")) {
                Files.writeString(folder.resolve(name), name + (order.fold() ? ", folded" : ""));
            }
            return new Agreement(64, 1e-6, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
