package dev.skyline.config.security;

import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps foreign web pages off a service that trusts everybody on this machine: a page in the user's browser is on this
 * machine too. A changing request must not come from another site, and the service must be addressed by a name of this
 * machine, else a foreign name that was made to resolve to 127.0.0.1 would count as the same site (DNS rebinding).
 */
final class LoopbackGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private final ProblemWriter problems;

    LoopbackGuard(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> objection = objection(request);
        if (objection.isPresent()) {
            problems.write(request, response, ProblemType.FORBIDDEN, objection.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> objection(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (!LOOPBACK.matcher(host).matches()) {
            return Optional.of("without tokens the service answers to localhost and 127.0.0.1 only, not to a host name"
                    + " such as this request's");
        }
        if (SAFE_METHODS.contains(request.getMethod())) {
            return Optional.empty();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = site != null && !OWN_SITE.contains(site) || origin != null && !origin.equals(own(request));
        return foreign ? Optional.of("a page of another site may not change anything here") : Optional.empty();
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean standard = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName().toLowerCase(Locale.ROOT)
                + (standard ? "" : ":" + port);
    }
}
