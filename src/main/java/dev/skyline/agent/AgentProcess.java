package dev.skyline.agent;

import dev.skyline.trainer.ModelMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;

/** An agent from its start to its end. */
final class AgentProcess {

    private static final Logger LOG = LoggerFactory.getLogger(AgentProcess.class);

    private static final int STOPPED = 0;
    private static final int MISUSED = 2;
    private static final long MILLIS_TO_END = 5000;

    private AgentProcess() {}

    /** Returns the status to exit with. */
    static int run(String... arguments) {
        try {
            AgentOptions options = AgentOptions.parse(arguments, System.getenv());
            try (Installation installation = Installation.claim(options.directory());
                    ModelMeter meter = new ModelMeter(options.directory())) {
                work(options, installation, meter);
                return STOPPED;
            }
        } catch (IllegalArgumentException | AgentUnwanted | Installation.InUse e) {
            LOG.error("{}", e.getMessage());
            return MISUSED;
        } catch (IOException e) {
            LOG.error("The agent cannot use its directory: {}", e.toString());
            return MISUSED;
        }
    }

    private static void work(AgentOptions options, Installation installation, ModelMeter meter) {
        ThisMachine machine = new ThisMachine(Path.of("/"));
        ServiceClient service = new ServiceClient(options.server(), options.token());
        Measurer measurer = new Measurer(service, meter, machine, options.directory());
        Thread main = Thread.currentThread();
        Thread end = new Thread(() -> end(main), "end");
        try (AgentLoop loop = new AgentLoop(service, installation.id(), machine.hardware(), measurer)) {
            Runtime.getRuntime().addShutdownHook(end);
            loop.run();
        } catch (InterruptedException e) {
            LOG.info("The agent stops");
        } finally {
            // Not set here: what is left to do may wait.
            Thread.interrupted();
        }
    }

    private static void end(Thread main) {
        main.interrupt();
        try {
            main.join(MILLIS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
