package dev.skyline.search;

import dev.skyline.experiment.Experiments;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;

import java.util.Optional;

/** Removes hardware targets. */
public final class EditTargets {

    /** The machine that the service runs on; it is there from the start and stays. */
    public static final String HOST = "host";

    private final HardwareTargets targets;
    private final Experiments experiments;

    public EditTargets(HardwareTargets targets, Experiments experiments) {
        this.targets = targets;
        this.experiments = experiments;
    }

    /**
     * Removes a target; what was measured on it stays.
     *
     * @return whether there was one
     * @throws TargetConflict for {@value #HOST}, and where an experiment that has not ended, or a target that is being made,
     *     measures on it
     */
    public boolean delete(String name) {
        if (name.equals(HOST)) {
            throw new TargetConflict("'" + HOST + "' is the machine that the service runs on; it cannot be deleted");
        }
        if (targets.find(name).isEmpty()) {
            return false;
        }
        if (isUsed(name)) {
            throw new TargetConflict("an experiment that has not ended measures on '" + name + "'");
        }
        calibratedOn(name).ifPresent(other -> {
            throw new TargetConflict("the model of '" + other.name() + "' is being measured on '" + name + "'");
        });
        targets.delete(name);
        return true;
    }

    private Optional<HardwareTargetSpec> calibratedOn(String name) {
        return targets.list().stream()
                .filter(target -> target.state() == HardwareTargetSpec.State.CALIBRATING)
                .filter(target -> name.equals(target.model().settings().get(DefineTarget.ON)))
                .findFirst();
    }

    private boolean isUsed(String name) {
        return experiments.unfinished().stream()
                .flatMap(id -> experiments.find(id).stream())
                .anyMatch(experiment -> experiment.spec().hardwareTargets().contains(name));
    }
}
