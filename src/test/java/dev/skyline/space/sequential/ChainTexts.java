package dev.skyline.space.sequential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The texts of the sequential space, read without its code. */
final class ChainTexts {

    private static final int FAR = 100;

    private ChainTexts() {}

    static List<String> blocks(String text) {
        return Arrays.stream(text.split("\\|"))
                .filter(layer -> layer.matches("(conv|sep)\\d.*|max|avg"))
                .toList();
    }

    static String head(String text) {
        return text.contains("flatten") ? "flatten" : text.contains("global") ? "global" : "";
    }

    static List<String> dense(String text) {
        return Arrays.stream(text.split("\\|"))
                .filter(layer -> layer.startsWith("dense"))
                .toList();
    }

    static String dropout(String text) {
        return text.contains("drop") ? text.substring(text.indexOf("drop")) : "";
    }

    static boolean isPooling(String block) {
        return block.equals("max") || block.equals("avg");
    }

    /** Decisions in which two differ: a layer more or less counts as one, whatever it is. */
    static int differences(String a, String b) {
        return differences(blocks(a), blocks(b))
                + (head(a).equals(head(b)) ? 0 : 1)
                + differences(dense(a), dense(b))
                + (dropout(a).equals(dropout(b)) ? 0 : 1);
    }

    private static int differences(List<String> a, List<String> b) {
        if (a.size() > b.size()) {
            return differences(b, a);
        }
        if (a.size() < b.size()) {
            return isSubsequence(a, b) ? b.size() - a.size() : FAR;
        }
        int sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += layerDifferences(a.get(i), b.get(i));
        }
        return sum;
    }

    /** Operation, kernel, filters and skip connection of a convolution; operation alone of a pooling; "dense" and units. */
    private static List<String> decisions(String layer) {
        String whole = layer.matches("(conv|sep).*[0-9]") ? layer + "+none" : layer;
        return List.of(whole.replaceFirst("(\\d+)x\\1", "-$1").split("[-+]"));
    }

    private static int layerDifferences(String a, String b) {
        List<String> first = decisions(a);
        List<String> second = decisions(b);
        if (!first.get(0).equals(second.get(0))) {
            return 1;
        }
        return (int) IntStream.range(1, first.size())
                .filter(i -> !first.get(i).equals(second.get(i)))
                .count();
    }

    /** Whether each decision is that of one parent or the other, at the same place. */
    static boolean isBetween(String child, String mother, String father) {
        return isBetween(blocks(child), blocks(mother), blocks(father))
                && isBetween(dense(child), dense(mother), dense(father))
                && List.of(head(mother), head(father)).contains(head(child))
                && List.of(dropout(mother), dropout(father)).contains(dropout(child));
    }

    private static boolean isBetween(List<String> child, List<String> mother, List<String> father) {
        if (child.size() != mother.size() && child.size() != father.size()) {
            return false;
        }
        for (int i = 0; i < child.size(); i++) {
            List<List<String>> parents = new ArrayList<>();
            if (i < mother.size()) {
                parents.add(decisions(mother.get(i)));
            }
            if (i < father.size()) {
                parents.add(decisions(father.get(i)));
            }
            List<String> own = decisions(child.get(i));
            for (int d = 0; d < own.size(); d++) {
                int decision = d;
                if (parents.stream()
                        .noneMatch(
                                p -> p.size() == own.size() && p.get(decision).equals(own.get(decision)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        Iterator<String> rest = part.iterator();
        String wanted = rest.hasNext() ? rest.next() : null;
        for (String layer : whole) {
            if (layer.equals(wanted)) {
                wanted = rest.hasNext() ? rest.next() : null;
            }
        }
        return wanted == null;
    }
}
