package dev.skyline.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, as a service in a container often does. In a user namespace of its own root is
 * nobody in particular, yet still owns its files.
 */
final class Superuser {

    private static final List<String> UNSHARE = List.of("unshare", "--user");
    private static final int ROOT = 0;

    private Superuser() {}

    /**
     * What to put before a command so that it runs as somebody else; nothing, where this process is not root's.
     *
     * @throws PostgresFailed where it is root's and namespaces are not allowed
     */
    static List<String> wayToAnotherUser() {
        if (!isRoot()) {
            return List.of();
        }
        if (!succeeds(List.of(UNSHARE.get(0), UNSHARE.get(1), "true"))) {
            throw new PostgresFailed("PostgreSQL refuses to run as root, and user namespaces (unshare --user) are not"
                    + " allowed here; run Skyline as another user, or set SKYLINE_DB_URL to a PostgreSQL of your own");
        }
        return UNSHARE;
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Platform.current() == Platform.LINUX
                    && Files.exists(self)
                    && (int) Files.getAttribute(self, "unix:uid") == ROOT;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
