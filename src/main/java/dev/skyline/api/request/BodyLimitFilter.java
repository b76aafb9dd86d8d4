package dev.skyline.api.request;

import dev.skyline.api.problem.ApiPaths;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Bounds the bodies of API requests other than uploads, whether they tell their length or not. */
public final class BodyLimitFilter extends OncePerRequestFilter {

    /** Largest body, in bytes: 1 MB. */
    public static final long LIMIT = 1 << 20;

    /** Largest body that describes a hardware target with its data, in bytes: 32 MB. */
    public static final long DATA_LIMIT = 32 << 20;

    private static final String DATA_PATH = "/api/v1/hardware-targets";

    private final ProblemWriter problems;

    public BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !ApiPaths.isApi(request) || type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = request.getRequestURI().equals(request.getContextPath() + DATA_PATH) ? DATA_LIMIT : LIMIT;
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, ProblemType.TOO_LARGE, message(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static String message(long limit) {
        return "a body may have " + limit + " bytes at most";
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private ServletInputStream stream;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), limit);
            }
            return stream;
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final long limit;
        private long read;

        LimitedStream(ServletInputStream stream, long limit) {
            this.stream = stream;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = stream.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = stream.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) {
            read += Math.max(0, bytes);
            if (read > limit) {
                throw new ProblemException(ProblemType.TOO_LARGE, message(limit));
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
