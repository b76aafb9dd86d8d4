package dev.skyline.persistence;

import dev.skyline.persistence.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

import javax.sql.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Real databases for tests: one embedded PostgreSQL for the test JVM, kept below {@code target} from run to run, and a
 * copy of a migrated database for whoever asks.
 *
 * <p>A test of the whole service says
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     TestDatabase.register(registry);
 * }
 * }</pre>
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final int SERVERS = 8;
    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestDatabase() {}

    /** Gives each Spring context that is made a database and a data directory of its own. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> properties = new HashMap<>();
            describe(properties::put);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
        }
    }

    /** A new, empty, migrated database. */
    public static DatabaseAccess fresh() {
        String name = "copy_" + COPIES.incrementAndGet();
        synchronized (TestDatabase.class) {
            jdbc(Server.ACCESS).execute("create database " + name + " template " + TEMPLATE);
        }
        return at(Server.ACCESS, name);
    }

    /** A fresh database and data directory, as the service's settings; without the demonstration. */
    public static void register(DynamicPropertyRegistry registry) {
        describe((name, value) -> registry.add(name, () -> value));
    }

    private static void describe(BiConsumer<String, Object> properties) {
        DatabaseAccess access = fresh();
        properties.accept("skyline.db.url", access.url());
        properties.accept("skyline.db.user", access.user());
        properties.accept("skyline.db.password", access.password());
        properties.accept("skyline.data-dir", temporaryDirectory().toString());
        properties.accept("skyline.demo", "false");
    }

    /** Removes all rows. */
    public static void empty(DataSource dataSource) {
        new JdbcTemplate(dataSource)
                .execute("truncate experiment, dataset, benchmark, comparison, hardware_target, search_space,"
                        + " idempotency_key, scheduled_tasks cascade");
    }

    /** Not pooled: each use opens a connection. */
    public static DataSource dataSource(DatabaseAccess access) {
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }

    private static JdbcTemplate jdbc(DatabaseAccess access) {
        return new JdbcTemplate(dataSource(access));
    }

    private static DatabaseAccess at(DatabaseAccess server, String database) {
        return new DatabaseAccess(
                server.url().replaceFirst("/\\w+$", "/" + database), server.user(), server.password());
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "skyline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when the first test asks for it. */
    private static final class Server {

        private static final DatabaseAccess ACCESS = start();

        private static DatabaseAccess start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(directory());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            JdbcTemplate jdbc = jdbc(server.access());
            jdbc.queryForList("select datname from pg_database where datname ~ '^(copy_|migrated)'", String.class)
                    .forEach(old -> jdbc.execute("drop database " + old));
            jdbc.execute("create database " + TEMPLATE);
            DatabaseAccess template = at(server.access(), TEMPLATE);
            Flyway.configure()
                    .dataSource(template.url(), template.user(), template.password())
                    .load()
                    .migrate();
            return server.access();
        }

        /** Another test JVM may have the first. */
        private static DataDirectory directory() {
            for (int i = 1; ; i++) {
                try {
                    return DataDirectory.claim(Path.of("target", "test-postgres-" + i));
                } catch (DataDirectoryInUse e) {
                    if (i == SERVERS) {
                        throw e;
                    }
                }
            }
        }
    }
}
