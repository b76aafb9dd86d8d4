package dev.skyline.strategy.policy;

import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The controller of Zoph and Le 2017: two layers of long short-term memory, 35 wide, that are fed the option taken before;
 * each decision has its own softmax. So a choice may depend on those before it.
 */
final class Lstm implements Policy {

    private static final int WIDTH = 35;
    private static final double RANGE = 0.08;

    private final int[] options;
    private final LstmLayer lower;
    private final LstmLayer upper;
    private final int[] embeddings;
    private final int[] heads;
    private final int size;

    /** @param options number of options of each decision */
    Lstm(int[] options) {
        this.options = options;
        this.lower = new LstmLayer(WIDTH, WIDTH);
        this.upper = new LstmLayer(WIDTH, lower.end());
        this.embeddings = new int[options.length];
        this.heads = new int[options.length];
        int at = upper.end();
        for (int i = 0; i < options.length; i++) {
            embeddings[i] = at;
            heads[i] = at + options[i] * WIDTH;
            at = heads[i] + options[i] * (WIDTH + 1);
        }
        this.size = at;
    }

    /** The way through one decision: the state after it and the probabilities of its options. */
    private record Step(int decision, LstmLayer.Step lower, LstmLayer.Step upper, double[] probabilities) {}

    @Override
    public double[] initial(RandomGenerator random) {
        return random.doubles(size, -RANGE, RANGE).toArray();
    }

    @Override
    public int[] sample(double[] parameters, RandomGenerator random) {
        int[] choices = new int[options.length];
        Step step = null;
        for (int i = 0; i < options.length; i++) {
            step = forward(parameters, i, step, choices);
            choices[i] = Softmax.sample(step.probabilities(), random);
        }
        return choices;
    }

    @Override
    public double addGradient(double[] parameters, int[] choices, double factor, double[] gradient) {
        List<Step> steps = new ArrayList<>();
        double logarithm = 0;
        Step last = null;
        for (int i = 0; i < options.length; i++) {
            if (choices[i] != Encodable.NONE) {
                last = forward(parameters, i, last, choices);
                steps.add(last);
                logarithm += Math.log(last.probabilities()[choices[i]]);
            }
        }
        double[] lowerMemory = new double[WIDTH];
        double[] upperMemory = new double[WIDTH];
        double[] lowerState = new double[WIDTH];
        double[] upperState = new double[WIDTH];
        for (int t = steps.size() - 1; t >= 0; t--) {
            Step step = steps.get(t);
            addHeadGradient(parameters, step, choices, factor, upperState, gradient);
            double[] between = lowerState;
            double[] upperBefore = new double[WIDTH];
            upper.backward(parameters, step.upper(), upperState, upperMemory, between, upperBefore, gradient);
            double[] input = new double[WIDTH];
            double[] lowerBefore = new double[WIDTH];
            lower.backward(parameters, step.lower(), between, lowerMemory, input, lowerBefore, gradient);
            int from = t == 0 ? 0 : embedding(steps.get(t - 1).decision(), choices);
            for (int i = 0; i < WIDTH; i++) {
                gradient[from + i] += input[i];
            }
            upperState = upperBefore;
            lowerState = lowerBefore;
        }
        return logarithm;
    }

    /** @param last null at the first decision, whose input is learnt too */
    private Step forward(double[] parameters, int decision, Step last, int[] choices) {
        double[] zero = new double[WIDTH];
        int from = last == null ? 0 : embedding(last.decision(), choices);
        LstmLayer.Step below = lower.forward(
                parameters,
                Arrays.copyOfRange(parameters, from, from + WIDTH),
                last == null ? zero : last.lower().output(),
                last == null ? zero : last.lower().memoryAfter());
        LstmLayer.Step above = upper.forward(
                parameters,
                below.output(),
                last == null ? zero : last.upper().output(),
                last == null ? zero : last.upper().memoryAfter());
        double[] logits = new double[options[decision]];
        int at = heads[decision];
        for (int option = 0; option < logits.length; option++) {
            for (int i = 0; i < WIDTH; i++) {
                logits[option] += parameters[at + i] * above.output()[i];
            }
            logits[option] += parameters[at + WIDTH];
            at += WIDTH + 1;
        }
        return new Step(decision, below, above, Softmax.of(logits));
    }

    private void addHeadGradient(
            double[] parameters, Step step, int[] choices, double factor, double[] state, double[] gradient) {
        int at = heads[step.decision()];
        for (int option = 0; option < step.probabilities().length; option++) {
            double slope = factor * ((option == choices[step.decision()] ? 1 : 0) - step.probabilities()[option]);
            for (int i = 0; i < WIDTH; i++) {
                gradient[at + i] += slope * step.upper().output()[i];
                state[i] += slope * parameters[at + i];
            }
            gradient[at + WIDTH] += slope;
            at += WIDTH + 1;
        }
    }

    private int embedding(int decision, int[] choices) {
        return embeddings[decision] + choices[decision] * WIDTH;
    }
}
