package dev.skyline.api.fake;

import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.metric.Measurements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes every file for a model of digits, but those that begin with "no". */
final class PickyAppraiser implements ModelAppraiser {

    @Override
    public Description describe(Path model) {
        try {
            if (Files.readString(model, StandardCharsets.ISO_8859_1).startsWith("no")) {
                throw new ModelUnfit("ModelRefused", "the file is no ONNX model, or is cut short");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Description(List.of(1, 8, 8), 10, 650);
    }

    @Override
    public Measurements appraise(Path model, Optional<String> dataset, long splitSeed) {
        throw new UnsupportedOperationException("nothing is measured in these tests");
    }
}
