package dev.skyline.config.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Response headers that keep a browser from doing what no page of ours asks for. */
final class PageHeaders {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI sets style attributes. */
    private static final String SWAGGER_POLICY = POLICY + "; style-src 'self' 'unsafe-inline'";

    private static final RequestMatcher SWAGGER = PathPatternRequestMatcher.pathPattern("/swagger-ui/**");

    private PageHeaders() {}

    static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                // Static files say themselves how long they keep; all else is checked again each time.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-cache, private"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
                .addHeaderWriter(policy(SWAGGER, SWAGGER_POLICY))
                .addHeaderWriter(policy(new NegatedRequestMatcher(SWAGGER), POLICY));
    }

    private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher paths, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(
                paths, new StaticHeadersWriter("Content-Security-Policy", policy));
    }
}
