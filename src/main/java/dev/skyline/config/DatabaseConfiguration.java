package dev.skyline.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.skyline.persistence.DataDirectory;
import dev.skyline.persistence.DatabaseAccess;
import dev.skyline.persistence.DatabaseServer;
import dev.skyline.persistence.embedded.EmbeddedPostgres;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/**
 * The data directory, and the database that everything uses. Beans are destroyed in the reverse order: first the
 * connections close, then the server ends, then the directory is free.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SkylineProperties.class)
class DatabaseConfiguration {

    /** Requests, the tick and the scheduler's own threads; each trial needs one more, for moments. */
    private static final int CONNECTIONS = 10;

    /** An external server may still be starting when the service does. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    DataDirectory dataDirectory(SkylineProperties properties) {
        return DataDirectory.claim(properties.dataDirectory());
    }

    @Bean
    DatabaseServer databaseServer(SkylineProperties properties, DataDirectory directory) {
        SkylineProperties.Db db = properties.db();
        if (db.isEmbedded()) {
            return EmbeddedPostgres.start(directory);
        }
        DatabaseAccess access = new DatabaseAccess(db.url(), db.user(), db.password());
        return () -> access;
    }

    @Bean
    HikariDataSource dataSource(SkylineProperties properties, DatabaseServer server) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("skyline");
        pool.setJdbcUrl(server.access().url());
        pool.setUsername(server.access().user());
        pool.setPassword(server.access().password());
        pool.setMaximumPoolSize(CONNECTIONS + properties.node().slots());
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(PATIENCE.toMillis());
        return new HikariDataSource(pool);
    }
}
