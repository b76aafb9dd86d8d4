package dev.skyline.dataset;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples on their way into a data set. The values lie in a temporary file, which goes when this is closed; in memory a
 * sample takes 4 bytes.
 */
public final class SampleSpool implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<String, Integer> classNumbers = new LinkedHashMap<>();
    private int[] labels = new int[1024];
    private int count;
    private int sampleBytes;

    SampleSpool(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** @param values as {@link Schema} lays them out, floats big-endian; as many as in every other sample; copied */
    public void append(String className, byte[] values) throws IOException {
        if (count == 0) {
            sampleBytes = values.length;
        }
        if (values.length != sampleBytes) {
            throw new IllegalArgumentException("a sample of " + values.length + " bytes after ones of " + sampleBytes);
        }
        if (values.length > buffer.remaining()) {
            flush();
        }
        if (values.length > buffer.remaining()) {
            write(ByteBuffer.wrap(values));
        } else {
            buffer.put(values);
        }
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
        }
        labels[count++] = classNumbers.computeIfAbsent(className, name -> classNumbers.size());
    }

    /** Forgets all samples. */
    public void clear() throws IOException {
        buffer.clear();
        channel.truncate(0);
        classNumbers.clear();
        count = 0;
    }

    public int count() {
        return count;
    }

    /** Number of different classes so far. */
    public int classes() {
        return classNumbers.size();
    }

    /** Number of samples of each class, classes in their final order. */
    public List<Content.ClassCount> classCounts() {
        int[] counts = new int[classNumbers.size()];
        for (int i = 0; i < count; i++) {
            counts[labels[i]]++;
        }
        List<Content.ClassCount> result = new ArrayList<>();
        for (String name : sortedClasses()) {
            result.add(new Content.ClassCount(name, counts[classNumbers.get(name)]));
        }
        return result;
    }

    /** Label of each sample: the place of its class in the final order. */
    int[] labels() {
        int[] place = new int[classNumbers.size()];
        List<String> sorted = sortedClasses();
        for (int i = 0; i < place.length; i++) {
            place[classNumbers.get(sorted.get(i))] = i;
        }
        return Arrays.stream(labels, 0, count).map(label -> place[label]).toArray();
    }

    int sampleBytes() {
        return sampleBytes;
    }

    void read(int sample, byte[] target) throws IOException {
        flush();
        ByteBuffer wanted = ByteBuffer.wrap(target, 0, sampleBytes);
        long position = (long) sample * sampleBytes;
        while (wanted.hasRemaining()) {
            int read = channel.read(wanted, position + wanted.position());
            if (read < 0) {
                throw new EOFException(file + " ends before sample " + sample);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }

    private List<String> sortedClasses() {
        return classNumbers.keySet().stream().sorted(new ClassOrder()).toList();
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
