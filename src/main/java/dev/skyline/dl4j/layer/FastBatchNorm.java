package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;

/** DL4J's batch normalisation with its parameters in their places, computed by {@link BatchNormBySample}. */
final class FastBatchNorm extends BatchNormalization {

    private static final long serialVersionUID = 1L;

    private final transient Scratch scratch;

    FastBatchNorm(int channels, double epsilon, Scratch scratch) {
        this.scratch = scratch;
        setNIn(channels);
        setNOut(channels);
        setEps(epsilon);
        setUseLogStd(false);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParameters,
            DataType type) {
        BatchNormBySample layer = new BatchNormBySample(configuration, type, scratch);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initializeParameters));
        return layer;
    }
}
