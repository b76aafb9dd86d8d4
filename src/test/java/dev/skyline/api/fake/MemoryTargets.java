package dev.skyline.api.fake;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.InMemoryTargets;

import java.util.Optional;

/** Hardware targets, one of which cannot be looked for. */
final class MemoryTargets extends InMemoryTargets {

    /** Looking for this one fails. */
    private static final String BROKEN = "broken";

    @Override
    public Optional<HardwareTargetSpec> find(String name) {
        if (name.equals(BROKEN)) {
            throw new IllegalStateException("a secret of the inside");
        }
        return super.find(name);
    }
}
