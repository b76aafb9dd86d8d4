package dev.skyline.search;

import dev.skyline.execution.LongWork;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ByDevicesTest {

    private final List<Integer> done = new ArrayList<>();

    @Test
    void whatNeedsTheSameDevicesIsDoneInTurnAlsoWhereOneBreaks() throws InterruptedException {
        Map<String, LongWork> together = ByDevices.together(List.of(
                new ByDevices(Set.of("b", "a"), () -> done.add(1)),
                new ByDevices(Set.of("a"), () -> done.add(2)),
                new ByDevices(Set.of("a", "b"), () -> {
                    throw new IllegalStateException("broken");
                }),
                new ByDevices(Set.of("a", "b"), () -> done.add(3))));
        assertThat(together).containsOnlyKeys("a, b", "a");
        assertThatThrownBy(() -> together.get("a, b").run()).hasMessage("broken");
        assertThat(done).containsExactly(1, 3);
        together.get("a").run();
        assertThat(done).containsExactly(1, 3, 2);
    }
}
