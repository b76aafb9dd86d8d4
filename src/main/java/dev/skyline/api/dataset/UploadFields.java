package dev.skyline.api.dataset;

import dev.skyline.api.request.FormFields;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetType;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.importing.Upload;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is said of an uploaded file. */
record UploadFields(String name, Optional<DatasetType> type, Optional<String> label, Origin origin) {

    private static final int LONGEST_LABEL = 200;
    private static final List<String> VALID = List.of("name", "type", "label", "source", "licence", "notes", "file");

    /** The multipart form as the API's description shows it. */
    @Schema(name = "DatasetUpload", description = "A file of labelled samples")
    record Form(
            @Schema(
                    description = "What experiments will call it: 1 to 64 lower-case letters, digits and hyphens",
                    example = "iris",
                    requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(
                    description = "What it has to be; by default what it is",
                    allowableValues = {"images", "table"})
            @Nullable
            String type,

            @Schema(description = "Column that holds the label, for CSV; found by default", example = "species")
            @Nullable
            String label,

            @Schema(description = "Where it comes from, for people") @Nullable
            String source,

            @Schema(description = "What may be done with it, for people", example = "CC BY 4.0") @Nullable
            String licence,

            @Schema(description = "For people") @Nullable String notes,

            @Schema(
                    type = "string",
                    format = "binary",
                    description =
                            "A zip with one folder a class of PNG or JPEG images, a CSV with a label column, or a zip"
                                    + " of IDX files (the MNIST format), up to 512 MB",
                    requiredMode = RequiredMode.REQUIRED)
            byte[] file) {}

    static UploadFields read(MultipartHttpServletRequest form) {
        FormFields fields = new FormFields(form, VALID);
        String name = fields.text("name");
        if (name.isEmpty()) {
            fields.fault("name", "is needed");
        } else if (!Dataset.isName(name)) {
            fields.fault("name", "must have " + Dataset.NAME_RULE);
        }
        String label = fields.text("label", LONGEST_LABEL);
        Optional<DatasetType> type = type(fields, fields.text("type"));
        String source = fields.text("source", Origin.MAX_LENGTH);
        String licence = fields.text("licence", Origin.MAX_LENGTH);
        String notes = fields.text("notes", Origin.MAX_LENGTH);
        fields.orThrow();
        return new UploadFields(
                name, type, Optional.of(label).filter(text -> !text.isEmpty()), new Origin(source, licence, notes));
    }

    Upload with(Path file) {
        return new Upload(name, file, type, label, origin);
    }

    private static Optional<DatasetType> type(FormFields fields, String given) {
        Optional<DatasetType> type = DatasetType.of(given);
        if (type.isEmpty() && !given.isEmpty()) {
            String valid = String.join(
                    ", ",
                    Arrays.stream(DatasetType.values()).map(DatasetType::key).toList());
            fields.fault("type", "must be one of " + valid);
        }
        return type;
    }
}
