package dev.skyline.api.trial;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.export.TrialsCsv;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** All trials of an experiment as one file, written page by page: there may be a million. */
@RestController
@Tag(name = "Trials")
class ExportController {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final TrialReader reader;
    private final TrialTable table;
    private final JsonMapper mapper;

    private interface Sink {
        void add(Trial trial) throws IOException;
    }

    ExportController(TrialReader reader, TrialTable table, JsonMapper mapper) {
        this.reader = reader;
        this.table = table;
        this.mapper = mapper;
    }

    @GetMapping("/api/v1/experiments/{id}/export")
    @Operation(
            operationId = "exportTrials",
            summary = "Download all trials",
            description = "By number. CSV has a column for each metric, as in accuracy and latency@host, in its unit.")
    @ApiResponse(
            responseCode = "200",
            description = "The trials",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = JSON, array = @ArraySchema(schema = @Schema(implementation = TrialView.class)))
            })
    void export(
            @PathVariable UUID id,
            @Parameter(
                            description = "Of the file",
                            schema =
                                    @Schema(
                                            allowableValues = {"csv", "json"},
                                            defaultValue = "csv"))
                    @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response)
            throws IOException {
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("json")) {
            throw ProblemException.invalid("format", "there is no format '" + format + "'; valid are csv, json");
        }
        Experiment experiment = reader.experiment(id);
        String name = ModelController.fileName(experiment.editable().name()) + "-trials." + format;
        response.setContentType((csv ? CSV : JSON) + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        // Not closed where it fails half-way: the client must see a broken answer, not a short one.
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (csv) {
            each(experiment, TrialsCsv.begin(experiment.spec(), out)::add);
        } else {
            SequenceWriter array = mapper.writerFor(TrialView.class)
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValuesAsArray(out);
            each(experiment, trial -> array.write(TrialView.of(trial)));
            array.close();
        }
        out.flush();
    }

    private void each(Experiment experiment, Sink sink) throws IOException {
        TrialSort byNumber = TrialSort.by(TrialSort.Field.NUMBER, false);
        int number = 0;
        Page<Trial> page;
        do {
            page = table.page(experiment.id(), Set.of(), byNumber, new PageRequest(number++, PageRequest.MAX_SIZE));
            for (Trial trial : page.items()) {
                sink.add(trial);
            }
        } while (page.items().size() == PageRequest.MAX_SIZE);
    }
}
