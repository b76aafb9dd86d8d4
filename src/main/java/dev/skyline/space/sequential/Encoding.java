package dev.skyline.space.sequential;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chains as decisions: the number of layers, then each layer's operation, kernel, filters and skip connection, then the
 * head, the number of dense layers, the units of each, and the dropout. Those of a layer apply where the chain is that
 * deep, all but the operation where it convolves. What has a single option is no decision. Convolutions stand before poolings, so that what comes to apply by
 * another choice is a convolution, which is always allowed.
 */
final class Encoding {

    private final Choices choices;
    private final List<Operation> operations;
    private final List<Integer> kernels;
    private final List<Integer> filters;
    private final List<Integer> units;
    private final List<Double> dropouts;
    private final List<Decision> decisions = new ArrayList<>();

    Encoding(Choices choices) {
        this.choices = choices;
        this.operations = choices.operations(0).stream()
                .sorted(Comparator.comparing(Operation::isPooling))
                .toList();
        this.kernels = choices.kernels().stream().sorted().toList();
        this.filters = choices.filters().stream().sorted().toList();
        this.units = choices.units().stream().sorted().toList();
        this.dropouts = choices.dropouts().stream().sorted().toList();
        addDecisions();
    }

    private void addDecisions() {
        add("layers", numbers(choices.depth()), true);
        for (int i = 1; i <= choices.depth().max(); i++) {
            add(
                    "layer" + i + ".operation",
                    operations.stream().map(Operation::text).toList(),
                    false);
            add("layer" + i + ".kernel", texts(kernels), true);
            add("layer" + i + ".filters", texts(filters), true);
            add("layer" + i + ".skip", texts(choices.skips()), false);
        }
        add("head", choices.heads().stream().map(Head::text).toList(), false);
        add("denseLayers", numbers(choices.dense()), true);
        for (int i = 1; i <= choices.dense().max(); i++) {
            add("dense" + i + ".units", texts(units), true);
        }
        add("dropout", texts(dropouts), true);
    }

    private void add(String name, List<String> options, boolean ordered) {
        if (options.size() > 1) {
            decisions.add(new Decision(name, options, ordered));
        }
    }

    private static List<String> numbers(Range range) {
        return range.stream().mapToObj(Integer::toString).toList();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    int[] choices(Chain chain) {
        Writer writer = new Writer();
        writer.put(
                chain.blocks().size() - choices.depth().min(), choices.depth().count());
        for (int i = 0; i < choices.depth().max(); i++) {
            Optional<Block> block = at(chain.blocks(), i);
            Optional<Block> convolution = block.filter(layer -> !layer.isPooling());
            writer.put(block.map(Block::operation), operations);
            writer.put(convolution.map(Block::kernel), kernels);
            writer.put(convolution.map(Block::filters), filters);
            writer.put(convolution.map(Block::skip), choices.skips());
        }
        writer.put(chain.head(), choices.heads());
        writer.put(chain.units().size() - choices.dense().min(), choices.dense().count());
        for (int i = 0; i < choices.dense().max(); i++) {
            writer.put(at(chain.units(), i), units);
        }
        writer.put(Optional.of(chain.dropout()), dropouts);
        return writer.options.build().toArray();
    }

    private static <T> Optional<T> at(List<T> list, int i) {
        return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
    }

    /** Empty where a decision that applies is {@link Encodable#NONE}, or too many layers pool. */
    Optional<Chain> chain(int[] options) {
        Reader reader = new Reader(options);
        int depth = choices.depth().min() + reader.take(choices.depth().count(), true);
        List<Block> blocks = new ArrayList<>(depth);
        for (int i = 0; i < choices.depth().max(); i++) {
            boolean exists = i < depth;
            Operation operation = reader.take(operations, exists);
            boolean convolves = exists && !operation.isPooling();
            int kernel = reader.take(kernels, convolves);
            int width = reader.take(filters, convolves);
            boolean skip = reader.take(choices.skips(), convolves);
            if (exists) {
                blocks.add(convolves ? new Block(operation, kernel, width, skip) : Block.pooling(operation));
            }
        }
        Optional<Head> head =
                choices.heads().isEmpty() ? Optional.empty() : Optional.of(reader.take(choices.heads(), true));
        int dense = choices.dense().min() + reader.take(choices.dense().count(), true);
        List<Integer> layers = new ArrayList<>(dense);
        for (int i = 0; i < choices.dense().max(); i++) {
            int chosen = reader.take(units, i < dense);
            if (i < dense) {
                layers.add(chosen);
            }
        }
        double dropout = reader.take(dropouts, true);
        return reader.hasGap
                ? Optional.empty()
                : Optional.of(new Chain(blocks, head, layers, dropout)).filter(choices::contains);
    }

    private static final class Writer {

        private final IntStream.Builder options = IntStream.builder();

        <T> void put(Optional<T> chosen, List<T> among) {
            put(chosen.map(among::indexOf).orElse(Encodable.NONE), among.size());
        }

        void put(int option, int count) {
            if (count > 1) {
                options.add(option);
            }
        }
    }

    private static final class Reader {

        private final int[] options;
        private int next;
        private boolean hasGap;

        Reader(int[] options) {
            this.options = options;
        }

        <T> T take(List<T> among, boolean applies) {
            return among.get(take(among.size(), applies));
        }

        int take(int count, boolean applies) {
            int option = count > 1 ? options[next++] : 0;
            hasGap |= applies && option == Encodable.NONE;
            return Math.max(0, option);
        }
    }
}
