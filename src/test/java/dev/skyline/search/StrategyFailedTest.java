package dev.skyline.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StrategyFailedTest {

    @Test
    void theMessageIsInWordsAndTheCauseIsKept() {
        RuntimeException cause = new NullPointerException("Cannot invoke \"dev.skyline.Trial.id()\"");
        StrategyFailed failed = new StrategyFailed("bananas", cause);
        assertThat(failed)
                .hasMessage("the strategy 'bananas' failed to propose a trial; the log of the service says more")
                .hasCause(cause);
        assertThat(new StrategyFailed("bananas", new IllegalArgumentException("a front of nothing")))
                .hasMessage("the strategy 'bananas' failed to propose a trial: a front of nothing; the log of the"
                        + " service says more");
    }
}
