package dev.skyline.config.security;

import dev.skyline.api.problem.ApiPaths;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Chooses between the two ways to be protected: by tokens, or by being reachable from this machine alone. */
@Configuration
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/login", "/error", "/css/**", "/js/**", "/webjars/**", "/favicon.svg"
    };

    private static final String DENIED =
            "the role of your token, or a missing or outdated CSRF token, does not allow this";

    /** Before anything is started: an embedded database takes seconds. */
    @Bean
    static BeanFactoryPostProcessor refusalOfUnprotectedAddresses(Environment environment) {
        return beans -> ListenAddress.requireProtected(environment);
    }

    @Bean
    AccessTokens accessTokens(Environment environment) {
        return new AccessTokens(TokenSettings.read(environment));
    }

    @Bean
    AuthenticationProvider tokenAuthentication(AccessTokens tokens) {
        return new TokenAuthentication(tokens);
    }

    /** Timing each filter cost more than the filters do; requests are timed as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, AccessTokens tokens, ProblemWriter problems) {
        http.headers(PageHeaders::apply);
        return tokens.isEmpty() ? open(http, problems) : byToken(http, tokens, problems);
    }

    private static SecurityFilterChain open(HttpSecurity http, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(new LoopbackGuard(problems), HeaderWriterFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static SecurityFilterChain byToken(HttpSecurity http, AccessTokens tokens, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .hasAnyRole(Role.VIEWER.name(), Role.RESEARCHER.name())
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAnyRole(Role.VIEWER.name(), Role.RESEARCHER.name())
                        .requestMatchers(HttpMethod.POST, "/logout")
                        .authenticated()
                        .anyRequest()
                        .hasRole(Role.RESEARCHER.name()))
                .addFilterBefore(new BearerTokenFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
                // A foreign page can send the session's cookie, but no header with a token.
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokenFilter::isBearer))
                .formLogin(login -> login.loginPage("/login").passwordParameter("token"))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .exceptionHandling(handling -> answer(handling, problems))
                .build();
    }

    private static void answer(ExceptionHandlingConfigurer<HttpSecurity> handling, ProblemWriter problems) {
        AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
        AuthenticationEntryPoint unauthorized = (request, response, e) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(request, response, ProblemType.UNAUTHORIZED, "send a token: Authorization: Bearer …");
        };
        AccessDeniedHandler page = new AccessDeniedHandlerImpl();
        handling.defaultAuthenticationEntryPointFor(unauthorized, ApiPaths::isApi)
                .defaultAuthenticationEntryPointFor(login, request -> true)
                .accessDeniedHandler((request, response, e) -> {
                    if (!ApiPaths.isApi(request)) {
                        page.handle(request, response, e);
                    } else if (isNobody()) {
                        // Who is unknown lacks a CSRF token as well, but that is not what to tell them.
                        unauthorized.commence(request, response, new InsufficientAuthenticationException("no token"));
                    } else {
                        problems.write(request, response, ProblemType.FORBIDDEN, DENIED);
                    }
                });
    }

    private static boolean isNobody() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
