package dev.skyline.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of what experiments are made from, and the way in. */
@Controller
class OtherPages {

    @GetMapping("/datasets")
    String datasets() {
        return "datasets";
    }

    @GetMapping("/datasets/{name}")
    String dataset(@PathVariable String name, Model model) {
        model.addAttribute("name", name);
        return "dataset";
    }

    @GetMapping("/benchmarks")
    String benchmarks() {
        return "benchmarks";
    }

    @GetMapping("/hardware-targets")
    String hardwareTargets() {
        return "hardware-targets";
    }

    @GetMapping("/hardware-targets/{name}")
    String hardwareTarget(@PathVariable String name, Model model) {
        model.addAttribute("name", name);
        return "hardware-target";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
