package dev.skyline.api.dataset;

import dev.skyline.api.dataset.SamplesView.ClassSamples;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.request.QueryReader;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.DatasetPreview;
import dev.skyline.dataset.DatasetPreview.ClassPreview;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.Schema.Table;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looking at the samples of a data set. */
@RestController
@RequestMapping(DatasetController.PATH + "/{name}/samples")
@Tag(name = "Data sets")
class SamplesController {

    private static final int SAMPLES = 5;
    private static final int MOST_SAMPLES = 100;

    private final Datasets datasets;
    private final DatasetFiles files;

    SamplesController(Datasets datasets, DatasetFiles files) {
        this.datasets = datasets;
        this.files = files;
    }

    @GetMapping
    @Operation(operationId = "listSamples", summary = "Look at some samples of each class")
    SamplesView samples(
            @PathVariable String name,
            @Parameter(
                            description = "How many of each class",
                            schema = @Schema(type = "integer", defaultValue = "5", minimum = "1", maximum = "100"))
                    @RequestParam(required = false)
                    String perClass)
            throws IOException {
        QueryReader query = new QueryReader();
        int each = query.whole("perClass", perClass, SAMPLES, 1, MOST_SAMPLES);
        query.orThrow();
        Dataset dataset = dataset(name);
        DatasetPreview preview = new DatasetPreview(files, dataset);
        boolean table = dataset.content().schema() instanceof Table;
        List<ClassSamples> classes = new ArrayList<>();
        for (ClassPreview shown : preview.classes(each)) {
            classes.add(new ClassSamples(
                    shown.name(), shown.samples(), shown.shown(), table ? rows(preview, shown.shown()) : null));
        }
        return new SamplesView(dataset.content().schema() instanceof Table t ? t.features() : null, classes);
    }

    @GetMapping("/{index}.png")
    @Operation(operationId = "getSampleImage", summary = "Read a sample as a picture", description = "Of images only.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture, a pixel for each pixel of the sample",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_PNG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> image(@PathVariable String name, @PathVariable int index) throws IOException {
        Dataset dataset = dataset(name);
        int samples = dataset.content().samples();
        if (dataset.content().schema() instanceof Table || index < 0 || index >= samples) {
            throw ProblemException.notFound("'" + name + "' has no image of number " + index);
        }
        return ResponseEntity.ok()
                .eTag(dataset.content().hash() + "-" + index)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.IMAGE_PNG)
                .body(new DatasetPreview(files, dataset).png(index));
    }

    private static List<List<Float>> rows(DatasetPreview preview, List<Integer> samples) throws IOException {
        return preview.rows(samples).stream().map(DatasetPreview.Row::values).toList();
    }

    private Dataset dataset(String name) {
        return datasets.find(name).orElseThrow(() -> DatasetController.unknown(name));
    }
}
