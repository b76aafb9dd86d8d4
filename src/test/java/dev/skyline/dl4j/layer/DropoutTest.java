package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DropoutTest {

    private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    private final INDArray[] ones = {Nd4j.ones(DataType.FLOAT, 100, 100)};
    private final Dropout dropout = new Dropout(0.3, 1, new Scratch());

    @Test
    void dropsItsShareAndKeepsTheExpectedSum() {
        INDArray dropped = dropout.forward(ones, true, NO_WORKSPACES);
        // 10,000 values: the share's standard deviation is 0.005, the mean's 0.007.
        assertThat(dropped.eq(0).castTo(DataType.FLOAT).meanNumber().doubleValue())
                .isCloseTo(0.3, within(0.025));
        assertThat(dropped.meanNumber().doubleValue()).isCloseTo(1, within(0.035));
    }

    @Test
    void theGradientPassesWhereTheValuePassed() {
        INDArray dropped = dropout.forward(ones, true, NO_WORKSPACES);
        assertThat(dropout.backward(ones, ones[0], NO_WORKSPACES)[0]).isEqualTo(dropped);
    }

    @Test
    void eachPassDropsOthers() {
        INDArray first = dropout.forward(ones, true, NO_WORKSPACES);
        assertThat(dropout.forward(ones, true, NO_WORKSPACES)).isNotEqualTo(first);
    }

    @Test
    void atInferenceNothingIsDropped() {
        assertThat(dropout.forward(ones, false, NO_WORKSPACES)).isEqualTo(ones[0]);
    }
}
