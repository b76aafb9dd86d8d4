package dev.skyline.strategy.policy;

/**
 * One step of a layer of long short-term memory (Hochreiter and Schmidhuber 1997; with forget gates, Gers et al. 2000).
 * Input and memory have {@code width} numbers each. The parameters, from {@code start} on: a row for each of input gates,
 * forget gates, output gates and proposals, each with its weights of input and state, then its bias.
 */
record LstmLayer(int width, int start) {

    /** What a step computed, for the way back. */
    record Step(
            double[] input, double[] state, double[] memory, double[] gates, double[] memoryAfter, double[] output) {}

    int size() {
        return 4 * width * (2 * width + 1);
    }

    int end() {
        return start + size();
    }

    Step forward(double[] parameters, double[] input, double[] state, double[] memory) {
        double[] gates = new double[4 * width];
        int at = start;
        for (int row = 0; row < gates.length; row++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += parameters[at + i] * input[i] + parameters[at + width + i] * state[i];
            }
            sum += parameters[at + 2 * width];
            gates[row] = row < 3 * width ? 1 / (1 + Math.exp(-sum)) : Math.tanh(sum);
            at += 2 * width + 1;
        }
        double[] after = new double[width];
        double[] output = new double[width];
        for (int i = 0; i < width; i++) {
            after[i] = gates[width + i] * memory[i] + gates[i] * gates[3 * width + i];
            output[i] = gates[2 * width + i] * Math.tanh(after[i]);
        }
        return new Step(input, state, memory, gates, after, output);
    }

    /**
     * @param output gradient by this step's output
     * @param memory gradient by its memory from the next step; becomes the one by the memory before
     * @param input to be filled: gradient by the input
     * @param state to be filled: gradient by the state before
     */
    void backward(
            double[] parameters,
            Step step,
            double[] output,
            double[] memory,
            double[] input,
            double[] state,
            double[] gradient) {
        double[] raw = new double[4 * width];
        for (int i = 0; i < width; i++) {
            double in = step.gates()[i];
            double forget = step.gates()[width + i];
            double out = step.gates()[2 * width + i];
            double proposal = step.gates()[3 * width + i];
            double squashed = Math.tanh(step.memoryAfter()[i]);
            double byMemory = memory[i] + output[i] * out * (1 - squashed * squashed);
            raw[i] = byMemory * proposal * in * (1 - in);
            raw[width + i] = byMemory * step.memory()[i] * forget * (1 - forget);
            raw[2 * width + i] = output[i] * squashed * out * (1 - out);
            raw[3 * width + i] = byMemory * in * (1 - proposal * proposal);
            memory[i] = byMemory * forget;
        }
        int at = start;
        for (double slope : raw) {
            for (int i = 0; i < width; i++) {
                gradient[at + i] += slope * step.input()[i];
                gradient[at + width + i] += slope * step.state()[i];
                input[i] += slope * parameters[at + i];
                state[i] += slope * parameters[at + width + i];
            }
            gradient[at + 2 * width] += slope;
            at += 2 * width + 1;
        }
    }
}
