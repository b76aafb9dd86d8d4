package dev.skyline.execution;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of leases promises. */
public abstract class LeasesContract {

    private static final Duration LONG = Duration.ofHours(1);

    private final String work = "work " + UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    protected abstract Leases leases();

    @Test
    void nobodyTakesWhatAnotherHas() {
        assertThat(leases().take(work, one, LONG)).isTrue();
        assertThat(leases().take(work, other, LONG)).isFalse();
        assertThat(leases().take(work + " else", other, LONG)).isTrue();
        assertThat(leases().renew(work, other, LONG)).isFalse();
        leases().release(work, other);
        assertThat(leases().renew(work, one, LONG)).isTrue();
        leases().release(work, one);
        assertThat(leases().renew(work, one, LONG)).isFalse();
        assertThat(leases().take(work, other, LONG)).isTrue();
    }

    @Test
    void whatIsOverIsFree() {
        leases().take(work, one, Duration.ZERO);
        assertThat(leases().take(work, other, LONG)).isTrue();
        assertThat(leases().renew(work, one, LONG)).isFalse();
        assertThat(leases().take(work, one, LONG)).isFalse();
    }

    @Test
    void whatIsRenewedIsNotOver() {
        leases().take(work, one, Duration.ZERO);
        assertThat(leases().renew(work, one, LONG)).isTrue();
        assertThat(leases().take(work, other, LONG)).isFalse();
    }
}
