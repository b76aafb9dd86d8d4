package dev.skyline.space.document;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Documents and texts of architectures, for tests. */
public final class Documents {

    private static final Path PAGE = Path.of("docs/search-spaces.md");

    private Documents() {}

    /** The documents that the page of the language shows, in its order. */
    static Map<String, Object> ofPage(int number) {
        try {
            MatchResult[] blocks = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(PAGE))
                    .results()
                    .toArray(MatchResult[]::new);
            return read(blocks[number].group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    /** What was decided, by name. */
    static Map<String, String> decisions(String text) {
        Map<String, String> decisions = new LinkedHashMap<>();
        Arrays.stream(text.split(";")).map(part -> part.split("=")).forEach(pair -> decisions.put(pair[0], pair[1]));
        return decisions;
    }

    /** Number of decisions that apply for both and differ. */
    public static int differences(String a, String b) {
        Map<String, String> other = decisions(b);
        return (int) decisions(a).entrySet().stream()
                .filter(decision -> other.containsKey(decision.getKey()))
                .filter(decision -> !decision.getValue().equals(other.get(decision.getKey())))
                .count();
    }

    public static boolean isBetween(String child, String mother, String father) {
        Map<String, String> first = decisions(mother);
        Map<String, String> second = decisions(father);
        return decisions(child).entrySet().stream().allMatch(decision -> {
            String name = decision.getKey();
            return !first.containsKey(name) && !second.containsKey(name)
                    || decision.getValue().equals(first.get(name))
                    || decision.getValue().equals(second.get(name));
        });
    }
}
