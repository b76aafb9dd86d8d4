package dev.skyline.api.space;

import dev.skyline.space.StoredSpace;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;

/** A stored search space as the API shows it. */
@Schema(name = "SearchSpace", description = "A document that says what may be searched, stored under a name")
record SpaceView(
        @Schema(description = "What experiments call it", example = "my-space")
        String name,

        @Schema(description = "For people; may be empty", example = "Two stages for small images")
        String about,

        @Schema(description = "Number of architectures, in decimal digits", example = "252")
        String size,

        @Schema(description = "In the language of search spaces")
        Map<String, Object> document,

        Instant createdAt) {

    static SpaceView of(StoredSpace space) {
        return new SpaceView(space.name(), space.about(), space.size().toString(), space.document(), space.createdAt());
    }
}
