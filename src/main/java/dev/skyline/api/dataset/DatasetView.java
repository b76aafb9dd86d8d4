package dev.skyline.api.dataset;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Schema.Images;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** A data set as the API shows it. */
@Schema(name = "Dataset", description = "Labelled samples, immutable")
record DatasetView(
        @Schema(description = "What experiments call it", example = "digits")
        String name,

        @Schema(
                description = "What its samples are",
                example = "images",
                allowableValues = {"images", "table"})
        String type,

        @Schema(
                description = "SHA-256 of its content: the same samples have the same hash, whatever they came in",
                example = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        String hash,

        @Schema(
                description = "Of a sample: channels, height and width of an image, or the number of features",
                example = "[1, 8, 8]")
        List<Integer> shape,

        @Schema(description = "Names of the features of a table", example = "[\"petal length\"]") @Nullable
        List<String> features,

        List<ClassView> classes,

        @Schema(description = "How many in all", example = "1797")
        int samples,

        @Schema(description = "Where it comes from") @Nullable
        String source,

        @Schema(description = "What may be done with it", example = "CC BY 4.0") @Nullable
        String licence,

        @Schema(description = "For people") @Nullable String notes,
        Instant createdAt) {

    @Schema(name = "DatasetClass", description = "A class and how many samples it has")
    record ClassView(
            @Schema(example = "7") String name,
            @Schema(example = "179") int count) {}

    static DatasetView of(Dataset dataset) {
        dev.skyline.dataset.Schema schema = dataset.content().schema();
        return new DatasetView(
                dataset.name(),
                schema.type().key(),
                dataset.content().hash(),
                schema instanceof Images images
                        ? List.of(images.channels(), images.height(), images.width())
                        : List.of(schema.values()),
                schema instanceof dev.skyline.dataset.Schema.Table table ? table.features() : null,
                dataset.content().classes().stream()
                        .map(each -> new ClassView(each.name(), each.samples()))
                        .toList(),
                dataset.content().samples(),
                text(dataset.origin().source()),
                text(dataset.origin().licence()),
                text(dataset.origin().notes()),
                dataset.createdAt());
    }

    private static String text(String given) {
        return given.isEmpty() ? null : given;
    }
}
