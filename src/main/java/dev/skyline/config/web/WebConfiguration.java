package dev.skyline.config.web;

import dev.skyline.api.problem.ErrorDispatchFilter;
import dev.skyline.api.problem.ProblemWriter;
import dev.skyline.api.request.BodyLimitFilter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every refusal of an API request read alike, wherever it is made. */
@Configuration
class WebConfiguration {

    @Bean
    FilterRegistrationBean<ErrorDispatchFilter> errorDispatches(ProblemWriter problems) {
        FilterRegistrationBean<ErrorDispatchFilter> filter =
                new FilterRegistrationBean<>(new ErrorDispatchFilter(problems));
        filter.setDispatcherTypes(DispatcherType.ERROR);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ProblemWriter problems) {
        return new FilterRegistrationBean<>(new BodyLimitFilter(problems));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webServerProblems(ProblemWriter problems) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve(problems)));
    }
}
