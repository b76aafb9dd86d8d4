package dev.skyline.persistence.embedded;

import dev.skyline.persistence.DataDirectory;
import dev.skyline.persistence.DatabaseAccess;
import dev.skyline.persistence.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A PostgreSQL server in {@code <data directory>/postgres}: the cluster in {@code data}, its programs, its log, and the
 * password of its one role. It listens on the loopback interface alone, on a port that is free at the time. What is
 * committed is on disk.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String NAME = "skyline";
    private static final String DRAFT = "data.new-";

    private final Postmaster postmaster;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Postmaster postmaster, int port, String password) {
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server; makes the cluster where there is none, and ends a server that a killed service left behind.
     * Takes about 8 s the first time, 2 s later.
     *
     * @throws PostgresFailed where it cannot be started
     */
    public static EmbeddedPostgres start(DataDirectory directory) {
        Instant begin = Instant.now();
        Path home = createHome(directory.path());
        PostgresSoftware software = PostgresSoftware.unpackedIn(home);
        Path password = home.resolve("password");
        Path cluster = home.resolve("data");
        boolean isNew = !Files.exists(cluster);
        if (isNew) {
            initialize(software, cluster, password);
        }
        Postmaster postmaster = new Postmaster(software, cluster, home.resolve("server.log"));
        Optional<Long> leftOver = postmaster.endLeftOver();
        EmbeddedPostgres server = new EmbeddedPostgres(postmaster, postmaster.start(), Password.read(password));
        String version = server.createDatabase();
        LOG.info(
                "PostgreSQL {} on port {}, {} in {}, started in {} ms{}",
                version,
                server.port,
                isNew ? "new" : "kept",
                home,
                Duration.between(begin, Instant.now()).toMillis(),
                leftOver.map(pid -> ", after ending process " + pid + " that a killed Skyline left behind")
                        .orElse(""));
        return server;
    }

    private static Path createHome(Path directory) {
        Path home = directory.resolve("postgres");
        try {
            Files.createDirectories(home);
            OwnerOnly.directory(home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + home, e);
        }
    }

    /**
     * All or nothing: a process that is killed meanwhile leaves a draft, and perhaps an initdb that still writes to it,
     * so each process has a draft of its own.
     */
    private static void initialize(PostgresSoftware software, Path cluster, Path password) {
        Path draft = cluster.resolveSibling(DRAFT + ProcessHandle.current().pid());
        try {
            deleteDrafts(cluster.getParent());
            Password.create(password);
            software.run(
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + NAME,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + cluster, e);
        }
    }

    private static void deleteDrafts(Path home) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(home, DRAFT + "*")) {
            for (Path draft : drafts) {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
    }

    private String createDatabase() {
        DatabaseAccess any = access("postgres");
        try (Connection connection = DriverManager.getConnection(any.url(), any.user(), any.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            close();
            throw new PostgresFailed("the embedded PostgreSQL cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public DatabaseAccess access() {
        return access(NAME);
    }

    private DatabaseAccess access(String database) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, NAME, password);
    }

    /** Ends the server in an orderly way, so that the next start needs no recovery. */
    @Override
    public void close() {
        postmaster.stop("fast");
    }
}
