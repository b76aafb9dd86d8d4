package dev.skyline.api.baseline;

import dev.skyline.api.request.FormFields;
import dev.skyline.experiment.Baseline;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import java.util.List;
import java.util.OptionalDouble;

/** What is said of an uploaded model. */
record BaselineFields(String name, OptionalDouble accuracy) {

    private static final List<String> VALID = List.of("name", "accuracy", "file");

    /** The multipart form as the API's description shows it. */
    @Schema(name = "BaselineUpload", description = "A classifier as an ONNX file")
    record Form(
            @Schema(
                    description = "For people, no two of an experiment alike; 1 to 100 characters",
                    example = "ResNet-50, in use today",
                    requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(
                    type = "number",
                    minimum = "0",
                    maximum = "1",
                    description =
                            "Share of samples that it is known to get right; used where the experiment's own samples"
                                    + " do not fit the model",
                    example = "0.97")
            @Nullable
            String accuracy,

            @Schema(
                    type = "string",
                    format = "binary",
                    description =
                            "One ONNX file, up to 256 MB: one input of 32-bit floats, [N, channels, height, width]"
                                    + " or [N, features], and a value of each class, [N, classes], as its first output",
                    requiredMode = RequiredMode.REQUIRED)
            byte[] file) {}

    static BaselineFields read(MultipartHttpServletRequest form) {
        FormFields fields = new FormFields(form, VALID);
        String name = fields.text("name", Baseline.LONGEST_NAME);
        if (fields.text("name").isEmpty()) {
            fields.fault("name", "is needed");
        }
        OptionalDouble accuracy = accuracy(fields, fields.text("accuracy"));
        fields.orThrow();
        return new BaselineFields(name, accuracy);
    }

    private static OptionalDouble accuracy(FormFields fields, String given) {
        if (given.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double accuracy = Double.parseDouble(given);
            if (accuracy >= 0 && accuracy <= 1) {
                return OptionalDouble.of(accuracy);
            }
        } catch (NumberFormatException e) {
            fields.fault("accuracy", "must be a number in [0, 1]");
            return OptionalDouble.empty();
        }
        fields.fault("accuracy", "must be a number in [0, 1]");
        return OptionalDouble.empty();
    }
}
