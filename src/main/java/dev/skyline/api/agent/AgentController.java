package dev.skyline.api.agent;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.ServeAgents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

/** An agent comes, asks for jobs, and goes. Its token says for which target. */
@RestController
@RequestMapping(path = AgentController.PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agents")
class AgentController {

    static final String PATH = "/api/v1/agent";

    private static final int WAIT_SECONDS = 20;

    private final AgentJson json;
    private final ServeAgents serve;
    private final JobPolls polls;

    AgentController(AgentJson json, ServeAgents serve, JobPolls polls) {
        this.json = json;
        this.serve = serve;
        this.polls = polls;
    }

    @PostMapping("/register")
    @Operation(
            operationId = "registerAgent",
            summary = "Register as the agent of a hardware target",
            description = "At each start of the agent, and whenever another call says that its session is over. Refused"
                    + " while another instance is there.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RegistrationRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    RegistrationView register(@RequestBody String body, Principal agent) {
        RegistrationRequest request = json.read(body, RegistrationRequest.class);
        return RegistrationView.of(
                agent.getName(), serve.register(agent.getName(), request.instance(), request.report()));
    }

    @PostMapping("/jobs/next")
    @Operation(
            operationId = "takeMeasuringJob",
            summary = "Take the next job",
            description = "Waits for one. Whoever asks has no job: one that was given out before is given out again.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NextJobRequest.class)))
    @ApiResponse(responseCode = "200", description = "A job, leased")
    @ApiResponse(responseCode = "204", description = "There is none at present; ask again", content = @Content)
    @Refuses(ProblemType.CONFLICT)
    ResponseEntity<JobView> next(@RequestBody String body, Principal agent) throws InterruptedException {
        NextJobRequest request = json.read(body, NextJobRequest.class);
        int seconds = request.waitSeconds() == null ? WAIT_SECONDS : request.waitSeconds();
        Optional<MeasuringJob> job =
                polls.await(agent.getName(), AgentJson.id("session", request.session()), Duration.ofSeconds(seconds));
        return job.map(JobView::of)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/heartbeat")
    @Operation(
            operationId = "keepLease",
            summary = "Say that the agent lives",
            description = "Renews the lease of the job that it measures, for a quarter of an hour at most.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = HeartbeatRequest.class)))
    @Refuses({ProblemType.CONFLICT, ProblemType.NOT_FOUND})
    HeartbeatView heartbeat(@RequestBody String body, Principal agent) {
        HeartbeatRequest request = json.read(body, HeartbeatRequest.class);
        return new HeartbeatView(serve.heartbeat(
                agent.getName(),
                AgentJson.id("session", request.session()),
                Optional.ofNullable(request.job()).map(job -> AgentJson.id("job", job)),
                Optional.ofNullable(request.lease()).map(lease -> AgentJson.id("lease", lease))));
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "leaveAgent",
            summary = "Say that the agent stops",
            description = "What it has goes to the next one, and another instance may register at once.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = LeaveRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    void leave(@RequestBody String body, Principal agent) {
        LeaveRequest request = json.read(body, LeaveRequest.class);
        serve.leave(agent.getName(), AgentJson.id("session", request.session()));
    }
}
