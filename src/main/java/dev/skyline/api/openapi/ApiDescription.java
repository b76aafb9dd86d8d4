package dev.skyline.api.openapi;

import dev.skyline.api.problem.ProblemDocument;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** What the description says of the API as a whole. */
@Configuration
class ApiDescription {

    static final String TOKEN = "token";

    private static final String ABOUT = """
            Hardware-aware neural architecture search: give a data set, hardware targets, objectives and constraints; get \
            the front of accuracy against latency, and a model for every point of it.

            Times are ISO 8601 in UTC, durations ISO 8601. Every value of a metric is in the metric's unit. What is absent \
            is left out. Refusals are problem details (RFC 9457) with a stable type; docs/problems.md describes each.""";

    private static final List<Tag> TAGS = List.of(
            tag("Experiments", "Searches: what is looked for, and how far it is"),
            tag("Trials", "Architectures that a search has tried"),
            tag("Results", "Fronts, their hypervolume, and how they grew"),
            tag("Data sets", "Labelled samples to search on"),
            tag("Hardware targets", "Devices on which networks are measured"),
            tag("Catalogue", "What there is to choose from, each with the schema of its settings"));

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Skyline")
                        .version(properties == null ? "development" : properties.getVersion())
                        .description(ABOUT))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addSecurityItem(new SecurityRequirement())
                .tags(TAGS)
                .components(components());
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    private static Components components() {
        Components components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("One of skyline.security.tokens; not needed on a service without tokens"));
        ModelConverters.getInstance(true).readAll(ProblemDocument.class).forEach(components::addSchemas);
        return components;
    }
}
