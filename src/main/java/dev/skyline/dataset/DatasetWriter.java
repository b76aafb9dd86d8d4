package dev.skyline.dataset;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Brings spooled samples into the canonical form that {@link DatasetFiles} describes. */
final class DatasetWriter {

    private static final int BUFFER = 1 << 16;

    private final Schema schema;
    private final SampleSpool spool;

    DatasetWriter(Schema schema, SampleSpool spool) {
        if (schema.bytes() != spool.sampleBytes()) {
            throw new IllegalArgumentException(spool.sampleBytes() + " bytes a sample do not make " + schema);
        }
        this.schema = schema;
        this.spool = spool;
    }

    /** Writes to a file that is not there yet, down to the disk; the samples are read twice. */
    Content write(Path target) throws IOException {
        List<Content.ClassCount> classes = spool.classCounts();
        int[] labels = spool.labels();
        int[] order = canonicalOrder(labels);
        MessageDigest digest = DatasetFiles.sha256();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER))) {
            byte[] header = header(classes);
            out.writeInt(DatasetFile.MAGIC);
            out.writeByte(DatasetFile.VERSION);
            out.writeInt(header.length);
            out.write(header);
            for (int sample : order) {
                out.writeShort(labels[sample]);
            }
            byte[] values = new byte[schema.bytes()];
            for (int sample : order) {
                spool.read(sample, values);
                out.write(values);
            }
            out.flush();
            channel.force(true);
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), schema, classes);
    }

    private byte[] header(List<Content.ClassCount> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(schema.type().ordinal());
        if (schema instanceof Schema.Images images) {
            out.writeByte(images.channels());
            out.writeShort(images.height());
            out.writeShort(images.width());
        } else if (schema instanceof Schema.Table table) {
            out.writeShort(table.features().size());
            for (String feature : table.features()) {
                out.writeUTF(feature);
            }
        }
        out.writeShort(classes.size());
        for (Content.ClassCount each : classes) {
            out.writeUTF(each.name());
        }
        out.writeInt(spool.count());
        return bytes.toByteArray();
    }

    /** By half the digest of their values, then by label: 128 bits tell all samples apart that differ. */
    private int[] canonicalOrder(int[] labels) throws IOException {
        long[] high = new long[labels.length];
        long[] low = new long[labels.length];
        MessageDigest digest = DatasetFiles.sha256();
        byte[] values = new byte[schema.bytes()];
        for (int sample = 0; sample < labels.length; sample++) {
            spool.read(sample, values);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(values));
            high[sample] = hash.getLong();
            low[sample] = hash.getLong();
        }
        return IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.<Integer, Long>comparing(i -> high[i], Long::compareUnsigned)
                        .thenComparing(i -> low[i], Long::compareUnsigned)
                        .thenComparing(i -> labels[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
