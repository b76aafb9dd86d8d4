package dev.skyline.api.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/**
 * Answers for API requests that ended as an error outside every controller, in a filter for example. For dispatches of
 * type {@link DispatcherType#ERROR}.
 */
public final class ErrorDispatchFilter implements Filter {

    private final ProblemWriter problems;

    public ErrorDispatchFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri instanceof String path && ApiPaths.isApi(path, http.getContextPath())) {
            answer(path, http, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(String uri, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemType type = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemType.ofStatus(status)
                : ProblemType.INTERNAL;
        if (type == ProblemType.INTERNAL
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            String method = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD));
            problems.write(
                    uri,
                    response,
                    type,
                    InternalFailure.log(failure, method, uri).getMessage());
        } else {
            problems.write(uri, response, type, type.title());
        }
    }
}
