package dev.skyline.hardware.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Agents by target. */
public final class MemoryAgents implements Agents {

    private final Map<String, Agent> all = new HashMap<>();

    public synchronized void clear() {
        all.clear();
    }

    @Override
    public synchronized void admit(String target, String tokenHash) {
        all.put(target, new Agent(target, tokenHash, Optional.empty()));
    }

    /** As if the target had been deleted. */
    public synchronized void remove(String target) {
        all.remove(target);
    }

    @Override
    public synchronized Optional<Agent> find(String target) {
        return Optional.ofNullable(all.get(target));
    }

    @Override
    public synchronized Optional<Agent> byToken(String tokenHash) {
        return all.values().stream()
                .filter(agent -> agent.tokenHash().equals(tokenHash))
                .findFirst();
    }

    @Override
    public synchronized Optional<Agent> change(String target, UnaryOperator<Agent> change) {
        return Optional.ofNullable(all.computeIfPresent(target, (name, agent) -> change.apply(agent)));
    }
}
