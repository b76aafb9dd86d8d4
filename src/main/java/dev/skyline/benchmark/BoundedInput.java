package dev.skyline.benchmark;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends a file that unpacks to more than is allowed, or whose packing is damaged. */
final class BoundedInput extends FilterInputStream {

    private final long allowed;
    private long position;

    BoundedInput(InputStream unpacking, long allowed) {
        super(unpacking);
        this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw InvalidBenchmark.file("is damaged or cut off after " + position + " unpacked bytes ("
                    + (e instanceof EOFException ? "it ends too early" : e.getMessage()) + ")");
        }
        position += Math.max(count, 0);
        if (position > allowed) {
            throw InvalidBenchmark.file("unpacks to more than " + allowed + " bytes, which is refused");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
