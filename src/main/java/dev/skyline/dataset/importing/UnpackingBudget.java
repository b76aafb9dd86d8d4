package dev.skyline.dataset.importing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bounds what one uploaded file unpacks to, over all its streams and at each level of packing. */
final class UnpackingBudget {

    private static final int BUFFER = 1 << 16;

    private final long fileBytes;
    private final long allowed;
    private long used;

    UnpackingBudget(long fileBytes, ImportLimits limits) {
        this.fileBytes = fileBytes;
        this.allowed = limits.unpackedBytes(fileBytes);
    }

    /** The stream, which ends in {@link InvalidDataset} where the budget does or where its packing is damaged. */
    InputStream guard(InputStream unpacking, String where) {
        return new Guarded(unpacking, where);
    }

    /** What is gzipped within a stream that is itself guarded. */
    InputStream gunzip(InputStream packed, String where) throws IOException {
        try {
            return guard(new GZIPInputStream(packed, BUFFER), where);
        } catch (ZipException | EOFException e) {
            throw InvalidDataset.at(where, "cannot be unpacked: " + reason(e));
        }
    }

    private static String reason(IOException damage) {
        return damage instanceof EOFException ? "it ends too early" : damage.getMessage();
    }

    private final class Guarded extends FilterInputStream {

        private final String where;
        private long position;

        Guarded(InputStream in, String where) {
            super(in);
            this.where = where;
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
                throw InvalidDataset.at(
                        where, "is damaged or cut off after " + position + " unpacked bytes (" + reason(e) + ")");
            }
            if (count > 0) {
                position += count;
                used += count;
                if (used > allowed) {
                    throw InvalidDataset.at(
                            where,
                            "the file's " + fileBytes + " bytes unpack to more than " + allowed + ", which is refused");
                }
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            // Through read, to be counted.
            return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
