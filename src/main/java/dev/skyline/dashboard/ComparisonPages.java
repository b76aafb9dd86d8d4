package dev.skyline.dashboard;

import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.Comparisons;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** The pages of comparisons. */
@Controller
class ComparisonPages {

    private final Comparisons comparisons;

    ComparisonPages(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/comparisons")
    String list() {
        return "comparisons";
    }

    @GetMapping("/comparisons/{id:" + ExperimentPages.UUID_PATTERN + "}")
    String comparison(@PathVariable UUID id, Model model) {
        String name = comparisons
                .find(new ComparisonId(id))
                .orElseThrow(() -> new PageNotFound("There is no comparison " + id + ". It may have been deleted."))
                .name();
        model.addAttribute("id", id).addAttribute("name", name);
        return "comparison";
    }
}
