package dev.skyline.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent is told when it is started.
 *
 * @param server address of the service
 * @param token that the service gave for the hardware target
 * @param directory for what the agent keeps: who it is, and temporary files
 */
record AgentOptions(URI server, String token, Path directory) {

    static final String TOKEN_VARIABLE = "SKYLINE_AGENT_TOKEN";

    private static final List<String> NAMES = List.of("server", "token", "directory");

    private static final String USAGE = "usage: --agent --server=https://skyline.example --token=… [--directory=agent];"
            + " the token may stand in the environment variable " + TOKEN_VARIABLE + " instead";

    /**
     * @throws IllegalArgumentException where they make no sense
     */
    static AgentOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (parts.length < 2 || !NAMES.contains(name)) {
                throw new IllegalArgumentException("'" + parts[0] + "' is no option of an agent; " + USAGE);
            }
            options.put(name, parts[1]);
        }
        String server = Optional.ofNullable(options.get("server"))
                .orElseThrow(() -> new IllegalArgumentException("the address of the service is missing; " + USAGE));
        String token = Optional.ofNullable(options.get("token"))
                .or(() -> Optional.ofNullable(environment.get(TOKEN_VARIABLE)))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("the token is missing; " + USAGE));
        return new AgentOptions(
                address(server), token.strip(), Path.of(options.getOrDefault("directory", "skyline-agent")));
    }

    private static URI address(String text) {
        URI address = URI.create(text.replaceFirst("/+$", ""));
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("'" + text + "' is no address of a service; " + USAGE);
        }
        return address;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return server + " in " + directory;
    }
}
