package dev.skyline.persistence.lease;

import com.zaxxer.hikari.HikariDataSource;
import dev.skyline.execution.Leases;
import dev.skyline.execution.LeasesContract;
import dev.skyline.execution.SoleWork;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class SqlLeasesTest extends LeasesContract {

    @Autowired
    private Leases leases;

    @Autowired
    private HikariDataSource pool;

    @Override
    protected Leases leases() {
        return leases;
    }

    @Test
    void noConnectionIsHeldWhileTheWorkGoesOn() throws InterruptedException {
        try (SoleWork sole = new SoleWork(leases)) {
            assertThat(sole.run(
                            "long",
                            () -> assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                                    .isZero()))
                    .isTrue();
        }
    }
}
