package dev.skyline.trainer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a child prints goes to the log; its last lines are kept, for the message in case it dies. */
final class LastWords {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int LINES = 12;
    private static final int LONGEST_LINE = 200;

    private final long pid;
    private final Deque<String> lines = new ArrayDeque<>();

    LastWords(long pid) {
        this.pid = pid;
    }

    /** Listens until the stream ends. */
    void listen(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            LOG.debug("The output of trainer {} broke off", pid, e);
        }
    }

    synchronized void add(String printed) {
        LOG.debug("trainer {}: {}", pid, printed);
        // A JVM that crashes prints its reasons as comments.
        String line = printed.replaceFirst("^[#\\s]+", "");
        if (line.isEmpty()) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
