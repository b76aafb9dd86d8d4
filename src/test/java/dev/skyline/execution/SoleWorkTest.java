package dev.skyline.execution;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SoleWorkTest {

    private final InMemoryLeases leases = new InMemoryLeases();

    @Test
    void oneIsAtAWorkAtATime() throws InterruptedException {
        try (SoleWork sole = new SoleWork(leases);
                SoleWork otherNode = new SoleWork(leases)) {
            boolean done = sole.run("a", () -> {
                assertThat(otherNode.run("a", () -> {})).isFalse();
                assertThat(otherNode.run("b", () -> {})).isTrue();
            });
            assertThat(done).isTrue();
            assertThatThrownBy(() -> sole.run("a", () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
            assertThat(otherNode.run("a", () -> {})).isTrue();
        }
    }

    @Test
    void theLeaseIsRenewedWhileTheWorkGoesOnAndNoLonger() throws InterruptedException {
        CountDownLatch renewals = new CountDownLatch(3);
        try (SoleWork sole = new SoleWork(new Renewals(renewals), Duration.ofMillis(20))) {
            sole.run("a", () -> assertThat(renewals.await(1, TimeUnit.MINUTES)).isTrue());
        }
        assertThat(leases.take("a", UUID.randomUUID(), Duration.ZERO)).isTrue();
    }

    /** Counts renewals; the first one breaks. */
    private final class Renewals implements Leases {

        private final CountDownLatch left;

        private Renewals(CountDownLatch left) {
            this.left = left;
        }

        @Override
        public boolean take(String work, UUID holder, Duration span) {
            return leases.take(work, holder, span);
        }

        @Override
        public boolean renew(String work, UUID holder, Duration span) {
            left.countDown();
            if (left.getCount() == 2) {
                throw new IllegalStateException("the database is away");
            }
            return leases.renew(work, holder, span);
        }

        @Override
        public void release(String work, UUID holder) {
            leases.release(work, holder);
        }
    }
}
