package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.experiment.Device;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.ModelledTarget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the targets of a draft among those that there are. A benchmark brings devices along, its columns; as nothing is
 * trained on it, the service's own targets serve it only where they are modelled, and those that look at networks not where its
 * rows are none.
 */
final class DeviceReader {

    private final List<HardwareTargetSpec> targets;
    private final Catalogue catalogue;
    private final Optional<List<String>> columns;
    private final boolean hasNetworks;
    private final boolean external;
    private final Faults faults;

    DeviceReader(
            List<HardwareTargetSpec> targets,
            Catalogue catalogue,
            Optional<SubjectReader.Chosen> chosen,
            Draft draft,
            Faults faults) {
        this.targets = targets;
        this.catalogue = catalogue;
        this.columns = chosen.flatMap(SubjectReader.Chosen::targets);
        this.hasNetworks = chosen.flatMap(SubjectReader.Chosen::benchmark)
                .filter(benchmark -> benchmark.searchSpace().type().equals(Benchmark.ROWS))
                .isEmpty();
        this.external = draft.isExternal();
        this.faults = faults;
    }

    /** Names that the draft may use. */
    List<String> valid() {
        Stream<String> own = targets.stream()
                .filter(target -> columns.isEmpty() || answers(target))
                .map(HardwareTargetSpec::name);
        return Stream.concat(columns.stream().flatMap(List::stream), own)
                .distinct()
                .toList();
    }

    /** Those of the named targets that the service measures or models itself. */
    List<Device> devices(List<String> named) {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            Optional<HardwareTargetSpec> found = targets.stream()
                    .filter(target -> target.name().equals(name))
                    .filter(target -> !isColumn(name))
                    .filter(target -> !external || answers(target))
                    .findFirst();
            if (found.isPresent() && !found.get().isReady()) {
                faults.add("hardwareTargets[" + i + "]", notReady(found.get()));
            } else {
                found.map(DeviceReader::device).ifPresent(devices::add);
            }
        }
        return devices;
    }

    private boolean isColumn(String name) {
        return columns.filter(names -> names.contains(name)).isPresent();
    }

    /** Whether it says at once what an architecture of the draft costs. */
    private boolean answers(HardwareTargetSpec target) {
        if (!target.isReady()) {
            return false;
        }
        HardwareTarget made = catalogue.target(target);
        return made instanceof ModelledTarget modelled && (hasNetworks || !modelled.needsNetwork());
    }

    private static Device device(HardwareTargetSpec target) {
        return new Device(target.name(), target.model(), target.data());
    }

    private static String notReady(HardwareTargetSpec target) {
        return target.state() == HardwareTargetSpec.State.CALIBRATING
                ? "'" + target.name() + "' is still being measured; wait until it is READY"
                : "'" + target.name() + "' could not be measured: " + target.why();
    }
}
