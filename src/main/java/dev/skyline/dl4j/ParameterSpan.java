package dev.skyline.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A stretch of a graph's parameter vector whose values are moved in one way. */
record ParameterSpan(int from, int length, Kind kind) {

    /** What a parameter is. */
    enum Kind {
        /** Of a convolution or a dense layer: moved by its gradient and drawn to zero. */
        KERNEL,
        /** Moved by its gradient. */
        OFFSET,
        /** A running statistic, whose "gradient" is the step itself. */
        STATISTIC;

        static Kind of(String parameter) {
            return switch (parameter) {
                case DefaultParamInitializer.WEIGHT_KEY -> KERNEL;
                case BatchNormalizationParamInitializer.GLOBAL_MEAN, BatchNormalizationParamInitializer.GLOBAL_VAR ->
                    STATISTIC;
                default -> OFFSET;
            };
        }
    }

    /** All parameters in their order, neighbours of one kind in one span. */
    static List<ParameterSpan> of(ComputationGraph graph) {
        List<ParameterSpan> single = new ArrayList<>();
        for (Layer layer : graph.getLayers()) {
            for (Map.Entry<String, INDArray> entry : layer.paramTable().entrySet()) {
                INDArray values = entry.getValue();
                single.add(new ParameterSpan(
                        Math.toIntExact(values.offset() - graph.params().offset()),
                        Math.toIntExact(values.length()),
                        Kind.of(entry.getKey())));
            }
        }
        single.sort(Comparator.comparingInt(ParameterSpan::from));
        List<ParameterSpan> joined = new ArrayList<>();
        for (ParameterSpan span : single) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).kind == span.kind) {
                ParameterSpan before = joined.get(last);
                joined.set(last, new ParameterSpan(before.from, before.length + span.length, span.kind));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
