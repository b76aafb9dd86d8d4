package dev.skyline.config.web;

import dev.skyline.api.problem.ApiPaths;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import java.io.IOException;

/** Answers for API requests that the web server refuses before any filter sees them, such as those for {@code /api/%}. */
final class ProblemReportValve extends ValveBase {

    private final ProblemWriter problems;

    ProblemReportValve(ProblemWriter problems) {
        super(true);
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        String uri = request.getRequestURI();
        if (response.getStatus() >= 400
                && !response.isCommitted()
                && response.getContentWritten() == 0
                && uri != null
                && ApiPaths.isApi(uri, "")
                && response.setErrorReported()) {
            ProblemType type = ProblemType.ofStatus(response.getStatus());
            response.setSuspended(false);
            problems.write(uri, response.getResponse(), type, type.title());
        }
    }
}
