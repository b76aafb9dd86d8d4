package dev.skyline.config.security;

import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.problem.ProblemWriter;
import dev.skyline.hardware.agent.Agent;
import dev.skyline.hardware.agent.AgentTokens;
import dev.skyline.hardware.agent.Agents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;

/** Lets in who shows the token of a hardware target's agent, as that target, and nobody else. */
final class AgentTokenFilter extends OncePerRequestFilter {

    private final Agents agents;
    private final ProblemWriter problems;

    AgentTokenFilter(Agents agents, ProblemWriter problems) {
        this.agents = agents;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Agent> agent =
                BearerTokenFilter.bearer(request).map(AgentTokens::hash).flatMap(agents::byToken);
        if (agent.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    request,
                    response,
                    ProblemType.UNAUTHORIZED,
                    "send the token that was shown when the hardware target of kind agent was created");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new HolderToken(new AccessTokens.Holder(agent.get().target(), Role.AGENT)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
