package dev.skyline.trainer.child;

import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.onnx.ForeignClassifier;
import dev.skyline.onnx.ModelRefused;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Looks at model files of unknown make. */
final class ForeignModels {

    private ForeignModels() {}

    static Report.Inspected inspect(Path model) {
        try (ForeignClassifier classifier = new ForeignClassifier(model)) {
            return new Report.Inspected(classifier.shape(), classifier.classes(), classifier.parameters());
        }
    }

    /** Samples are pre-processed as for the trainings of the experiment: pixels are 0…1, tables standardised. */
    static Report.Appraised appraise(Command.Appraise job) throws IOException, InterruptedException {
        PeakMemory memory = PeakMemory.begin();
        try (ForeignClassifier classifier = new ForeignClassifier(job.model())) {
            OptionalLong peak = memory.growth();
            DatasetFiles files = new DatasetFiles(job.dataDirectory());
            if (job.dataset().filter(files::contains).isEmpty()) {
                return new Report.Appraised(OptionalDouble.empty(), OptionalDouble.empty(), peak);
            }
            Samples all = files.read(job.dataset().get());
            Split split = Split.stratified(all.labels(), all.classes(), job.splitSeed());
            Samples prepared = all.standardizedBy(split.training());
            try {
                return new Report.Appraised(
                        OptionalDouble.of(classifier.accuracy(prepared, split.validation())),
                        OptionalDouble.of(classifier.accuracy(prepared, split.test())),
                        peak);
            } catch (IllegalArgumentException e) {
                throw new ModelRefused(e.getMessage());
            }
        }
    }
}
