package dev.skyline.dl4j.layer;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.function.Supplier;

/** What DL4J's configuration holds for an {@link Operation}. */
final class OperationVertex extends GraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Operation> operation;

    OperationVertex(Supplier<Operation> operation) {
        this.operation = operation;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initializeParameters,
            DataType type) {
        return new RunningOperation(graph, name, index, operation.get(), type);
    }

    @Override
    public GraphVertex clone() {
        return new OperationVertex(operation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationVertex vertex && operation.equals(vertex.operation);
    }

    @Override
    public int hashCode() {
        return operation.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    /** Shapes are known from the network, so DL4J's inference is never asked. */
    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        throw new UnsupportedOperationException("shapes come from the network");
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        throw new UnsupportedOperationException("memory is estimated from the network");
    }
}
