package dev.skyline.dataset.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * How large a zip says its directory of entries to be. {@link java.util.zip.ZipFile} reads all of that into memory before it
 * can be asked anything.
 *
 * <p>Source: PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.14 to 4.3.16.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ZIP64_END_LENGTH = 56;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_ZIP64 = 0xffffffffL;
    private static final long GENEROUS_ENTRY = 512;

    private ZipDirectory() {}

    /** @throws InvalidDataset if the directory takes more than 512 bytes for each entry that is allowed */
    static void requireAtMost(Path path, int entries) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            long tailAt = Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT - LOCATOR_LENGTH);
            ByteBuffer tail = read(channel, tailAt, (int) (channel.size() - tailAt));
            // Each that could be the end record: a comment may hold what looks like one, and readers differ in which
            // they take.
            for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    requireAtMost(size(channel, tail, at), entries * GENEROUS_ENTRY);
                }
            }
        }
    }

    private static void requireAtMost(long size, long limit) {
        if (size < 0 || size > limit) {
            throw InvalidDataset.file("the zip's directory takes " + size + " bytes; " + limit + " are the most");
        }
    }

    private static long size(FileChannel channel, ByteBuffer tail, int end) throws IOException {
        long size = tail.getInt(end + 12) & IN_ZIP64;
        if (size != IN_ZIP64 || end < LOCATOR_LENGTH) {
            return size;
        }
        long zip64End = tail.getLong(end - LOCATOR_LENGTH + 8);
        if (zip64End < 0 || zip64End + ZIP64_END_LENGTH > channel.size()) {
            return size;
        }
        return read(channel, zip64End, ZIP64_END_LENGTH).getLong(40);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
