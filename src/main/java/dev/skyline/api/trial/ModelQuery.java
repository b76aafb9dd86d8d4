package dev.skyline.api.trial;

import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.export.ExportOptions;
import dev.skyline.export.ModelFormat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a request for a model says of its form. */
final class ModelQuery {

    private static final String PRECISION = "fp32";
    private static final String NO_INT8 =
            "int8 is not offered, because ONNX Runtime quantises in Python only; see docs/export.md";

    private ModelQuery() {}

    /**
     * @throws ProblemException that names every fault
     */
    static ExportOptions read(String format, String fold, String precision) {
        List<Fault> faults = new ArrayList<>();
        Optional<ModelFormat> known = ModelFormat.find(format);
        if (known.isEmpty()) {
            faults.add(new Fault("format", "there is no format '" + format + "'; valid are " + ModelFormat.keys()));
        }
        if (!fold.equals("true") && !fold.equals("false")) {
            faults.add(new Fault("fold", "must be true or false, not '" + fold + "'"));
        }
        if (!precision.equals(PRECISION)) {
            faults.add(new Fault(
                    "precision",
                    precision.equals("int8")
                            ? NO_INT8 + "; valid is " + PRECISION
                            : "there is no precision '" + precision + "'; valid is " + PRECISION));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new ExportOptions(known.orElseThrow(), fold.equals("true"));
    }
}
