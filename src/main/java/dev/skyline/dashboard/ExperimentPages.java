package dev.skyline.dashboard;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** The pages of experiments and their trials. */
@Controller
class ExperimentPages {

    static final String UUID_PATTERN = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Experiments experiments;
    private final Trials trials;

    ExperimentPages(Experiments experiments, Trials trials) {
        this.experiments = experiments;
        this.trials = trials;
    }

    @GetMapping("/")
    String list() {
        return "experiments";
    }

    @GetMapping("/experiments/new")
    String create() {
        return "new-experiment";
    }

    @GetMapping("/experiments/{id:" + UUID_PATTERN + "}")
    String experiment(@PathVariable UUID id, Model model) {
        Experiment experiment = find(id);
        model.addAttribute("id", id)
                .addAttribute("name", experiment.editable().name())
                .addAttribute("state", experiment.state().name());
        return "experiment";
    }

    @GetMapping("/experiments/{id:" + UUID_PATTERN + "}/trials/{number:[0-9]{1,9}}")
    String trial(@PathVariable UUID id, @PathVariable int number, Model model) {
        Experiment experiment = find(id);
        Trial trial = trials.find(new TrialId(experiment.id(), number))
                .orElseThrow(() -> new PageNotFound("The experiment has no trial " + number + "."));
        model.addAttribute("id", id)
                .addAttribute("number", number)
                .addAttribute("name", experiment.editable().name())
                .addAttribute("state", trial.state().name())
                .addAttribute("hasNext", number < trials.lastNumber(experiment.id()));
        return "trial";
    }

    private Experiment find(UUID id) {
        return experiments
                .find(new ExperimentId(id))
                .orElseThrow(() -> new PageNotFound("There is no experiment " + id + ". It may have been deleted."));
    }
}
