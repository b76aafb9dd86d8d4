package dev.skyline.persistence.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts and ends the server process of a cluster. */
record Postmaster(PostgresSoftware software, Path cluster, Path log) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /**
     * A start fails where another program takes the port first, while orphans of a dead server still end, or where a
     * service that was killed as it started the server left it starting.
     */
    private static final int STARTS = 5;

    private static final int PAUSE_MILLIS = 1000;
    private static final int LOG_CHARACTERS = 1000;

    /** Durability is PostgreSQL's default; it is spelt out because all of Skyline's promises rest on it. */
    private static final String OPTIONS = " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
            + " -c timezone=UTC -c jit=off -c log_checkpoints=off";

    /**
     * Ends the server that a killed service left behind, if there is one. The caller holds the lock on the data
     * directory, so nobody can be using it.
     *
     * @return its process id
     */
    Optional<Long> endLeftOver() {
        Optional<Long> server = new PidFile(cluster).server();
        server.ifPresent(this::end);
        return server;
    }

    private void end(long pid) {
        for (String mode : List.of("fast", "immediate")) {
            try {
                stop(mode);
                return;
            } catch (PostgresFailed e) {
                if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                    LOG.debug("the left-over PostgreSQL {} ended by itself", pid, e);
                    return;
                }
                LOG.warn("the left-over PostgreSQL {} does not end in mode {}", pid, mode, e);
            }
        }
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @return the port on which it listens
     */
    int start() {
        for (int start = 1; ; start++) {
            int port = freePort();
            try {
                Files.deleteIfExists(log);
                software.run(
                        "pg_ctl",
                        "--pgdata=" + cluster,
                        "--log=" + log,
                        "--wait",
                        "--timeout=300",
                        "--options=-p " + port + OPTIONS,
                        "start");
                return port;
            } catch (PostgresFailed e) {
                LOG.debug("start {} of PostgreSQL failed", start, e);
                if (start == STARTS) {
                    throw new PostgresFailed("the embedded PostgreSQL does not start: " + lastOfLog(), e);
                }
                pause();
                endLeftOver();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + log, e);
            }
        }
    }

    /** @param mode {@code fast} ends all sessions; {@code immediate} leaves the rest to recovery at the next start */
    void stop(String mode) {
        software.run("pg_ctl", "--pgdata=" + cluster, "--mode=" + mode, "--wait", "--timeout=60", "stop");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailed("interrupted while PostgreSQL started", e);
        }
    }

    private String lastOfLog() {
        try {
            String text = Files.exists(log) ? Files.readString(log).strip() : "it wrote no log";
            return text.substring(Math.max(0, text.length() - LOG_CHARACTERS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
