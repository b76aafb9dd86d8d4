package dev.skyline.api.hardware;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.JobQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What an agent measured lately, for whoever wonders what it does. */
@RestController
@Tag(name = "Hardware targets")
class TargetJobsController {

    private static final int MOST = 100;

    private final Agents agents;
    private final JobQueue queue;

    TargetJobsController(Agents agents, JobQueue queue) {
        this.agents = agents;
        this.queue = queue;
    }

    /** The jobs. */
    @Schema(name = "MeasuringJobs")
    record JobsView(List<JobReportView> items) {}

    @GetMapping(TargetController.PATH + "/{name}/jobs")
    @Operation(
            operationId = "listMeasuringJobs",
            summary = "List the latest jobs of an agent",
            description = "The hundred that were wanted last, with everything that was reported on them.")
    JobsView list(@PathVariable String name) {
        if (agents.find(name).isEmpty()) {
            throw ProblemException.notFound("there is no hardware target '" + name + "' of kind agent");
        }
        return new JobsView(
                queue.recent(name, MOST).stream().map(JobReportView::of).toList());
    }
}
