package dev.skyline.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

import javax.sql.DataSource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;

/** A test of what is in this package and below, on a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PersistenceTest.Slice.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface PersistenceTest {

    /** The persistence room and what it needs of Spring, and nothing else of the service. */
    @AutoConfigurationPackage
    @ComponentScan
    @ImportAutoConfiguration({
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    class Slice {

        @Bean
        DatabaseServer databaseServer(Environment environment) {
            DatabaseAccess access = new DatabaseAccess(
                    environment.getRequiredProperty("skyline.db.url"),
                    environment.getRequiredProperty("skyline.db.user"),
                    environment.getRequiredProperty("skyline.db.password"));
            return () -> access;
        }

        @Bean
        DataSource dataSource(DatabaseServer server) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(server.access().url());
            pool.setUsername(server.access().user());
            pool.setPassword(server.access().password());
            pool.setMaximumPoolSize(16);
            return pool;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
