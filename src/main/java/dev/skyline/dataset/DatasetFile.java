package dev.skyline.dataset;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An open data set file, read in place; {@link DatasetFiles} describes its form. */
final class DatasetFile implements Closeable {

    /** "SKYD". */
    static final int MAGIC = 0x534b5944;

    static final int VERSION = 1;

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final Schema schema;
    private final List<String> classNames = new ArrayList<>();
    private final int samples;
    private final long labelsAt;
    private final long valuesAt;

    DatasetFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path);
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
                throw damaged("it does not begin as one of version " + VERSION);
            }
            labelsAt = Integer.BYTES + Byte.BYTES + Integer.BYTES + in.readInt();
            schema = readSchema(in);
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                classNames.add(in.readUTF());
            }
            samples = in.readInt();
            valuesAt = labelsAt + (long) Short.BYTES * samples;
            long end = valuesAt + (long) schema.bytes() * samples;
            if (channel.size() != end) {
                throw damaged("it has " + channel.size() + " bytes and not " + end);
            }
        } catch (EOFException e) {
            channel.close();
            throw damaged("it ends within its header");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Schema schema() {
        return schema;
    }

    List<String> classNames() {
        return classNames;
    }

    int samples() {
        return samples;
    }

    int[] labels() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * samples);
        readFully(bytes, labelsAt);
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = bytes.getShort(Short.BYTES * i) & 0xffff;
            if (labels[i] >= classNames.size()) {
                throw damaged("sample " + i + " is of class " + labels[i] + " of " + classNames.size());
            }
        }
        return labels;
    }

    /** The values of one sample as they are stored. */
    byte[] sample(int sample) throws IOException {
        byte[] values = new byte[schema.bytes()];
        readFully(ByteBuffer.wrap(values), valuesAt + (long) sample * values.length);
        return values;
    }

    Samples readAll() throws IOException {
        int classes = classNames.size();
        if (schema instanceof Schema.Images images) {
            byte[] pixels = new byte[Math.multiplyExact(samples, images.values())];
            readFully(ByteBuffer.wrap(pixels), valuesAt);
            return Samples.ofImages(images.channels(), images.values(), classes, labels(), pixels);
        }
        float[] numbers = new float[Math.multiplyExact(samples, schema.values())];
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int done = 0; done < numbers.length; ) {
            int floats = Math.min(CHUNK / Float.BYTES, numbers.length - done);
            readFully(chunk.clear().limit(floats * Float.BYTES), valuesAt + (long) done * Float.BYTES);
            chunk.flip().asFloatBuffer().get(numbers, done, floats);
            done += floats;
        }
        return Samples.ofTable(schema.values(), classes, labels(), numbers);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Schema readSchema(DataInputStream in) throws IOException {
        if (in.readByte() == DatasetType.IMAGES.ordinal()) {
            return new Schema.Images(in.readUnsignedByte(), in.readUnsignedShort(), in.readUnsignedShort());
        }
        List<String> features = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            features.add(in.readUTF());
        }
        return new Schema.Table(features);
    }

    private void readFully(ByteBuffer target, long at) throws IOException {
        long from = at - target.position();
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                throw damaged("it ends at byte " + (from + target.position()));
            }
        }
    }

    private IOException damaged(String how) {
        return new IOException(path + " is no data set file, or is damaged: " + how);
    }
}
