package dev.skyline.api.dataset;

import dev.skyline.api.request.QueryReader;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetType;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.importing.Upload;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** @param given the form's text fields by name */
    static UploadFields read(Map<String, String[]> given, Iterable<String> names) {
        QueryReader fields = new QueryReader();
        names.forEach(name -> {
            if (!VALID.contains(name)) {
                fields.fault(name, "there is no such field; valid are " + String.join(", ", VALID));
            }
        });
        String name = text(given, "name");
        if (name.isEmpty()) {
            fields.fault("name", "is needed");
        } else if (!Dataset.isName(name)) {
            fields.fault("name", "must have " + Dataset.NAME_RULE);
        }
        String label = bounded(fields, given, "label", LONGEST_LABEL);
        Optional<DatasetType> type = type(fields, text(given, "type"));
        String source = bounded(fields, given, "source", Origin.MAX_LENGTH);
        String licence = bounded(fields, given, "licence", Origin.MAX_LENGTH);
        String notes = bounded(fields, given, "notes", Origin.MAX_LENGTH);
        fields.orThrow();
        return new UploadFields(
                name, type, Optional.of(label).filter(text -> !text.isEmpty()), new Origin(source, licence, notes));
    }

    Upload with(Path file) {
        return new Upload(name, file, type, label, origin);
    }

    private static Optional<DatasetType> type(QueryReader fields, String given) {
        Optional<DatasetType> type = DatasetType.of(given);
        if (type.isEmpty() && !given.isEmpty()) {
            String valid = String.join(
                    ", ",
                    Arrays.stream(DatasetType.values()).map(DatasetType::key).toList());
            fields.fault("type", "must be one of " + valid);
        }
        return type;
    }

    private static String bounded(QueryReader fields, Map<String, String[]> given, String field, int length) {
        String text = text(given, field);
        if (text.length() > length || text.indexOf('\0') >= 0) {
            fields.fault(field, "must have at most " + length + " characters, none of them U+0000");
            return "";
        }
        return text;
    }

    private static String text(Map<String, String[]> given, String field) {
        return given.containsKey(field) ? given.get(field)[0].strip() : "";
    }
}
