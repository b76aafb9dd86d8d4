package dev.skyline.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Settings of the service, below {@code skyline}.
 *
 * @param dataDir where all files lie, the embedded database's too; locked by one process at a time
 * @param demo whether the first start on an empty database runs the demonstration
 * @param node what this node does
 * @param trainer bounds of what it trains
 * @param db the database server; the embedded one, where no URL is given
 */
@ConfigurationProperties("skyline")
public record SkylineProperties(
        @DefaultValue("./data") String dataDir,
        @DefaultValue("true") boolean demo,
        @DefaultValue Node node,
        @DefaultValue Trainer trainer,
        @DefaultValue Db db) {

    /** What a node is there for. */
    public enum Role {
        /** Answers requests and shows pages. */
        API,
        /** Runs trials. */
        WORKER
    }

    /**
     * @param roles one or both
     * @param slots how many trials run at once; as many as there are processors, where none is given
     */
    public record Node(@DefaultValue({"api", "worker"}) Set<Role> roles, Integer slots) {

        public Node {
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("skyline.node.roles names no role; valid are api, worker");
            }
            if (slots == null) {
                slots = Runtime.getRuntime().availableProcessors();
            }
            if (slots < 1) {
                throw new IllegalArgumentException("skyline.node.slots must be at least 1, not " + slots);
            }
        }

        public boolean isWorker() {
            return roles.contains(Role.WORKER);
        }
    }

    /** @param stallLimit how long a training may show no sign of life; then it fails with {@code TrainingStalled} */
    public record Trainer(@DefaultValue("PT10M") Duration stallLimit) {

        private static final Duration LEAST = Duration.ofSeconds(30);

        public Trainer {
            if (stallLimit.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException(
                        "skyline.trainer.stall-limit must be at least " + LEAST + ", not " + stallLimit);
            }
        }
    }

    /** @param url JDBC URL of a PostgreSQL; blank for the embedded one */
    public record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        public boolean isEmbedded() {
            return url.isBlank();
        }

        /** Without the password, which must not get into a log. */
        @Override
        public String toString() {
            return isEmbedded() ? "embedded" : user + "@" + url;
        }
    }

    /** A plain path: Spring's own conversion would look on the class path first. */
    public Path dataDirectory() {
        return Path.of(dataDir);
    }
}
