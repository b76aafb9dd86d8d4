package dev.skyline.agent;

/** An agent: {@code java -jar skyline.jar --agent --server=https://skyline.example --token=…}. */
public final class AgentMain {

    /** The argument that makes an agent of this program. */
    public static final String ARGUMENT = "--agent";

    private AgentMain() {}

    /** Measures until the process is told to end, or the service will have nothing to do with it. */
    public static void run(String... arguments) {
        // Before anything logs.
        System.setProperty("logback.configurationFile", "dev/skyline/agent/logback.xml");
        System.exit(AgentProcess.run(arguments));
    }
}
