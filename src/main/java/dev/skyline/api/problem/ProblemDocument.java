package dev.skyline.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import java.net.URI;
import java.util.List;

/** A problem detail as RFC 9457 has it. */
@Schema(name = "Problem", description = "Why a request was refused or failed (RFC 9457)")
public record ProblemDocument(
        @Schema(
                description = "Stable identity of this kind of problem, for programs",
                example = "urn:skyline:problem:validation",
                requiredMode = RequiredMode.REQUIRED)
        URI type,

        @Schema(description = "The kind of problem, for people", requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(description = "HTTP status", example = "422", requiredMode = RequiredMode.REQUIRED)
        int status,

        @Schema(description = "This occurrence, for people", requiredMode = RequiredMode.REQUIRED)
        String detail,

        @Schema(
                description = "Path of the request",
                example = "/api/v1/experiments",
                requiredMode = RequiredMode.REQUIRED)
        String instance,

        @Schema(description = "All that is wrong with the request, where its content is the problem")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Fault> errors) {

    static ProblemDocument of(ProblemType type, String detail, List<Fault> errors, String instance) {
        return new ProblemDocument(type.uri(), type.title(), type.status(), detail, instance, List.copyOf(errors));
    }
}
