package dev.skyline.config.security;

import dev.skyline.api.problem.ProblemWriter;
import dev.skyline.hardware.agent.Agents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Agents need the token of their hardware target, also where the service is open to everybody on this machine; no other
 * token opens what is theirs, and theirs opens nothing else.
 */
@Configuration
class AgentSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain agentFilters(HttpSecurity http, Agents agents, ProblemWriter problems) {
        return http.securityMatcher("/api/v1/agent/**")
                .headers(PageHeaders::apply)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new AgentTokenFilter(agents, problems), UsernamePasswordAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
