package dev.skyline.api.catalogue;

import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to choose from. */
@RestController
@RequestMapping("/api/v1/catalogue")
@Tag(name = "Catalogue")
class CatalogueController {

    private final CatalogueView view;

    CatalogueController(Catalogue catalogue) {
        this.view = CatalogueView.of(catalogue);
    }

    @GetMapping
    @Operation(
            operationId = "getCatalogue",
            summary = "Read all plug-ins and metrics",
            description = "Does not change while the service runs.")
    CatalogueView get() {
        return view;
    }
}
