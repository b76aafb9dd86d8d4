package dev.skyline.api.dataset;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.UploadedFiles;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.experiment.Experiments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;

/** Data sets: upload, list, remove. */
@RestController
@RequestMapping(DatasetController.PATH)
@Tag(name = "Data sets")
class DatasetController {

    static final String PATH = "/api/v1/datasets";

    private final Datasets datasets;
    private final ImportDataset imports;
    private final DeleteDataset deletes;
    private final Experiments experiments;
    private final UploadedFiles files;
    private final Idempotency idempotency;

    DatasetController(
            Datasets datasets,
            ImportDataset imports,
            DeleteDataset deletes,
            Experiments experiments,
            UploadedFiles files,
            Idempotency idempotency) {
        this.datasets = datasets;
        this.imports = imports;
        this.deletes = deletes;
        this.experiments = experiments;
        this.files = files;
        this.idempotency = idempotency;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "createDataset",
            summary = "Upload a data set",
            description =
                    "A file that is at fault leaves nothing behind. The same content under the same name again gives"
                            + " the data set that is there.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = UploadFields.Form.class)))
    @Refuses({ProblemType.INVALID_DATASET, ProblemType.CONFLICT})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DatasetView> create(
            @Parameter(hidden = true) @RequestPart("file") MultipartFile file,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @Parameter(hidden = true) MultipartHttpServletRequest form,
            Principal caller)
            throws IOException {
        UploadFields fields = UploadFields.read(form);
        String name = files.use(
                file,
                path -> idempotency.once(
                        PATH, caller, key, () -> describe(fields, path), () -> importFile(fields, path)));
        return ResponseEntity.created(URI.create(PATH + "/" + name)).body(get(name));
    }

    @GetMapping
    @Operation(operationId = "listDatasets", summary = "List data sets", description = "By name.")
    PageOf<DatasetView> list(
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(datasets.list(), page, size, DatasetView::of);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getDataset", summary = "Read what a data set consists of")
    DatasetView get(@PathVariable String name) {
        return datasets.find(name).map(DatasetView::of).orElseThrow(() -> unknown(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteDataset",
            summary = "Delete a data set",
            description = "Experiments that used it stay. One that an unfinished experiment uses is not deleted.")
    @Refuses(ProblemType.CONFLICT)
    void delete(@PathVariable String name) throws IOException {
        if (experiments.usesDataset(name)) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "an experiment that has not ended uses the data set '" + name + "'");
        }
        if (!deletes.delete(name)) {
            throw unknown(name);
        }
    }

    static ProblemException unknown(String name) {
        return ProblemException.notFound("there is no data set '" + name + "'");
    }

    private String importFile(UploadFields fields, Path file) {
        try {
            Dataset dataset = imports.run(fields.with(file));
            return dataset.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(UploadFields fields, Path file) {
        try {
            return fields + UploadedFiles.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
