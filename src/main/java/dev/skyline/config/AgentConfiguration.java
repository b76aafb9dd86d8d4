package dev.skyline.config;

import dev.skyline.export.UntrainedModel;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.JobQueue;
import dev.skyline.hardware.agent.ServeAgents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Measuring on other machines. */
@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

    @Bean
    ServeAgents serveAgents(Agents agents, JobQueue queue, Clock clock) {
        return new ServeAgents(agents, queue, clock);
    }

    @Bean
    AgentWiring agentWiring(JobQueue queue, Agents agents, UntrainedModel untrained, Clock clock) {
        return new AgentWiring(queue, agents, untrained, clock);
    }
}
