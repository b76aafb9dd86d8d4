package dev.skyline.persistence.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A cluster's {@code postmaster.pid}, whose first line is the id of the server's process.
 *
 * <p>One that names a dead process is PostgreSQL's own business: it removes the file once it has seen that no child of
 * that process still uses the shared memory. One that names a living process of another program (ids are used again,
 * soonest in containers) makes PostgreSQL refuse to start.
 */
record PidFile(Path cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);

    /** The process of a server that runs on the cluster. Removes a file that would only be in the way. */
    Optional<Long> server() {
        Optional<ProcessHandle> named = named();
        if (named.isPresent() && !isServerOfCluster(named.get())) {
            LOG.info(
                    "removing a stale postmaster.pid: process {} is no server of {}",
                    named.get().pid(),
                    cluster);
            delete();
            return Optional.empty();
        }
        return named.map(ProcessHandle::pid);
    }

    private Optional<ProcessHandle> named() {
        try {
            List<String> lines = Files.exists(file()) ? Files.readAllLines(file()) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            LOG.warn("removing a broken postmaster.pid of {}", cluster, e);
            delete();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(), e);
        }
    }

    private boolean isServerOfCluster(ProcessHandle process) {
        Optional<String> command = process.info().command();
        if (command.isPresent()
                && !Path.of(command.get()).getFileName().toString().startsWith("postgres")) {
            return false;
        }
        Path working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return !Files.exists(working) || Files.isSameFile(working, cluster);
        } catch (IOException e) {
            LOG.debug("{} cannot be read; the pid file is believed", working, e);
            return true;
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(), e);
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
