package dev.skyline.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.util.List;

/** Turns every exception of a request to the API into a problem; pages have answers of their own. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Refusals refusals;

    ProblemAdvice(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The client went away; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("a client went away: {}", e.getMessage());
    }

    /** @throws Exception the given one, where it is not for the API to answer or an answer has begun already */
    @ExceptionHandler
    ResponseEntity<ProblemDocument> handle(
            Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (!ApiPaths.isApi(request) || response.isCommitted()) {
            throw exception;
        }
        ProblemException problem = refusals.of(exception)
                .orElseGet(() -> InternalFailure.log(exception, request.getMethod(), request.getRequestURI()));
        HttpHeaders headers = exception instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(problem, request));
    }

    private static ProblemDocument document(ProblemException problem, HttpServletRequest request) {
        List<Fault> faults = problem.faults();
        return ProblemDocument.of(problem.type(), problem.getMessage(), faults, request.getRequestURI());
    }
}
