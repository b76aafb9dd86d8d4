package dev.skyline.dataset.importing;

import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.SampleSpool;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the samples of an upload, within limits. */
final class SampleSink {

    private final SampleSpool spool;
    private final ImportLimits limits;

    SampleSink(SampleSpool spool, ImportLimits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    ImportLimits limits() {
        return limits;
    }

    /** @param where the sample comes from, for the message if it is one too many */
    void append(String where, String className, byte[] values) throws IOException {
        if (spool.count() == limits.samples()) {
            throw InvalidDataset.at(where, "there are more than " + limits.samples() + " samples");
        }
        if ((spool.count() + 1L) * values.length > limits.storedBytes()) {
            throw InvalidDataset.at(
                    where, "the samples take more than " + limits.storedBytes() + " bytes; use fewer, or smaller ones");
        }
        Names.require(where, "class", className);
        spool.append(className, values);
        if (spool.classes() > limits.classes()) {
            throw InvalidDataset.at(
                    where,
                    "'" + className + "' is one class more than the " + limits.classes()
                            + " there may be; is this really the label?");
        }
    }

    /** Forgets all samples, for a reader that has to begin again. */
    void clear() throws IOException {
        spool.clear();
    }

    /** @throws InvalidDataset if nothing can be learnt from the samples that were handed over */
    void requireEnough() {
        List<ClassCount> classes = spool.classCounts();
        if (classes.isEmpty()) {
            throw InvalidDataset.file("there is no sample in it");
        }
        if (classes.size() == 1) {
            throw InvalidDataset.file(
                    "all samples are of one class, '" + classes.get(0).name() + "'; a classifier needs two or more");
        }
        List<ClassCount> small = classes.stream()
                .filter(each -> each.samples() < limits.samplesPerClass())
                .toList();
        if (!small.isEmpty()) {
            throw InvalidDataset.file(small.stream()
                    .limit(10)
                    .map(each -> "'" + each.name() + "' has " + each.samples())
                    .collect(Collectors.joining(
                            ", ", "each class needs " + limits.samplesPerClass() + " or more samples: ", "")));
        }
    }
}
