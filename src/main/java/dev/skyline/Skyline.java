package dev.skyline;

import dev.skyline.agent.AgentMain;
import dev.skyline.trainer.child.ChildMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service; with {@value AgentMain#ARGUMENT} as its first argument an agent, which measures for a service on
 * another machine; with {@value ChildMain#ARGUMENT} a process that trains or measures for either.
 */
@SpringBootApplication
public class Skyline {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(ChildMain.ARGUMENT)) {
            ChildMain.run(arguments);
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(AgentMain.ARGUMENT)) {
            AgentMain.run(arguments);
            return;
        }
        SpringApplication.run(Skyline.class, arguments);
    }
}
