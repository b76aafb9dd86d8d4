package dev.skyline.api.problem;

import dev.skyline.benchmark.BenchmarkExists;
import dev.skyline.benchmark.InvalidBenchmark;
import dev.skyline.dataset.NameTaken;
import dev.skyline.dataset.importing.InvalidDataset;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.IllegalTransition;
import dev.skyline.experiment.TrialNotFound;
import dev.skyline.export.ExportFailed;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentRefused;
import dev.skyline.hardware.agent.InvalidReport;
import dev.skyline.hardware.agent.NoSuchJob;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.search.BaselineExists;
import dev.skyline.search.IdempotencyKeyReused;
import dev.skyline.search.InvalidExperiment;
import dev.skyline.search.NotExternal;
import dev.skyline.search.TargetConflict;
import dev.skyline.search.TrialNotHeld;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which exceptions are refusals of a request, and how they read as problems; all others are faults of the service. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final List<Rule<?>> rules = new ArrayList<>();

    private record Rule<E extends Exception>(Class<E> type, Function<E, ProblemException> problem) {

        Optional<ProblemException> apply(Exception exception) {
            return type.isInstance(exception) ? Optional.of(problem.apply(type.cast(exception))) : Optional.empty();
        }
    }

    /** @param uploadBound size of the largest file that may be uploaded */
    Refusals(@Value("${spring.servlet.multipart.max-file-size}") DataSize uploadBound) {
        on(ProblemException.class, e -> e);
        core();
        body("a file may have " + uploadBound.toMegabytes() + " MB at most");
        request();
        storage();
    }

    Optional<ProblemException> of(Exception exception) {
        return rules.stream()
                .flatMap(rule -> rule.apply(exception).stream())
                .findFirst()
                .or(() -> known(exception));
    }

    /** Those that the framework itself knows to be refusals. */
    private static Optional<ProblemException> known(Exception exception) {
        if (!(exception instanceof ErrorResponse response)
                || response.getStatusCode().value() == 500) {
            return Optional.empty();
        }
        ProblemType type = ProblemType.ofStatus(response.getStatusCode().value());
        String detail = response.getBody().getDetail();
        return Optional.of(new ProblemException(type, detail == null ? type.title() : detail));
    }

    private void core() {
        on(ExperimentNotFound.class, e -> ProblemException.notFound(e.getMessage()));
        on(TrialNotFound.class, e -> ProblemException.notFound(e.getMessage()));
        on(IllegalTransition.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(NotExternal.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(TrialNotHeld.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(TargetConflict.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(
                MeasurementFailed.class,
                e -> new ProblemException(ProblemType.CONFLICT, "it cannot be measured: " + e.getMessage()));
        on(
                InvalidDataset.class,
                e -> new ProblemException(
                        e.field().equals("file") ? ProblemType.INVALID_DATASET : ProblemType.VALIDATION,
                        e.getMessage(),
                        List.of(new Fault(e.field(), e.getMessage()))));
        on(ExportFailed.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(ModelUnfit.class, e -> ProblemException.invalid("file", e.getMessage()));
        on(BaselineExists.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(
                InvalidBenchmark.class,
                e -> new ProblemException(
                        e.field().equals("file") ? ProblemType.INVALID_BENCHMARK : ProblemType.VALIDATION,
                        e.getMessage(),
                        List.of(new Fault(e.field(), e.getMessage()))));
        on(BenchmarkExists.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(NameTaken.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(
                InvalidExperiment.class,
                e -> ProblemException.invalid(e.faults().stream()
                        .map(fault -> new Fault(fault.field(), fault.message()))
                        .toList()));
        on(
                IdempotencyKeyReused.class,
                e -> ProblemException.invalid("Idempotency-Key", "was used for another request before"));
        on(AgentRefused.class, e -> new ProblemException(ProblemType.CONFLICT, e.getMessage()));
        on(NoSuchJob.class, e -> ProblemException.notFound(e.getMessage()));
        on(
                InvalidReport.class,
                e -> ProblemException.invalid(e.faults().stream()
                        .map(fault -> new Fault(fault.field(), fault.message()))
                        .toList()));
        on(UnknownPlugin.class, e -> ProblemException.invalid("type", e.getMessage()));
        on(
                InvalidSettings.class,
                e -> ProblemException.invalid(e.violations().stream()
                        .map(v -> new Fault(v.field().isEmpty() ? "settings" : "settings." + v.field(), v.message()))
                        .toList()));
    }

    private void body(String bound) {
        on(MaxUploadSizeExceededException.class, e -> new ProblemException(ProblemType.TOO_LARGE, bound));
        on(
                MissingServletRequestPartException.class,
                e -> ProblemException.invalid(e.getRequestPartName(), "is needed"));
        on(
                MultipartException.class,
                e -> new ProblemException(ProblemType.INVALID_REQUEST, "the multipart body cannot be read"));
        on(HttpMessageNotReadableException.class, Refusals::unreadable);
        on(
                HttpMediaTypeNotSupportedException.class,
                e -> new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        Optional.ofNullable(e.getContentType())
                                        .map(Object::toString)
                                        .orElse("no content type") + " is not supported here; valid are "
                                + list(e.getSupportedMediaTypes())));
    }

    private void request() {
        on(InvalidParameterException.class, e -> undecodable());
        on(RequestRejectedException.class, e -> undecodable());
        on(
                MissingServletRequestParameterException.class,
                e -> ProblemException.invalid(e.getParameterName(), "is needed"));
        on(MethodArgumentTypeMismatchException.class, Refusals::mismatch);
        on(
                HttpRequestMethodNotSupportedException.class,
                e -> new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        e.getMethod() + " is not supported here; valid are " + list(e.getSupportedHttpMethods())));
        on(
                HttpMediaTypeNotAcceptableException.class,
                e -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        e.getSupportedMediaTypes().isEmpty()
                                ? "the Accept header is no list of media types such as application/json"
                                : "valid are " + list(e.getSupportedMediaTypes())));
        on(NoResourceFoundException.class, e -> ProblemException.notFound("there is nothing at this path"));
    }

    private static ProblemException undecodable() {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "its parameters cannot be read; they must be percent-encoded UTF-8 without control characters");
    }

    private static ProblemException mismatch(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? ProblemException.notFound("there is no " + e.getName() + " '" + e.getValue() + "'")
                : ProblemException.invalid(e.getName(), "'" + e.getValue() + "' is not of the right type");
    }

    private static ProblemException unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof JacksonException malformed) {
                TokenStreamLocation at = malformed.getLocation();
                String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
                return new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "the body is no JSON" + place + ": "
                                + malformed.getOriginalMessage().replaceAll("\\s*\\(start marker at.*", ""));
            }
        }
        return new ProblemException(ProblemType.INVALID_REQUEST, "the body is missing or cannot be read");
    }

    private void storage() {
        on(DataAccessResourceFailureException.class, Refusals::unavailable);
        on(TransientDataAccessException.class, Refusals::unavailable);
        on(CannotCreateTransactionException.class, Refusals::unavailable);
    }

    private static ProblemException unavailable(Exception e) {
        LOG.warn("the database cannot be used at present", e);
        return new ProblemException(ProblemType.UNAVAILABLE, "the database cannot be used at present");
    }

    private static String list(Collection<?> values) {
        return values == null
                ? "none"
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private <E extends Exception> void on(Class<E> type, Function<E, ProblemException> problem) {
        rules.add(new Rule<>(type, problem));
    }
}
