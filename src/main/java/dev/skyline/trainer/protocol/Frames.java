package dev.skyline.trainer.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Frames in a stream of bytes: a mark of four bytes, the length in four more, the content.
 *
 * <p>The mark is there because native libraries print to standard output as they please: whatever is not a frame is
 * chatter, and is handed to somebody who may log it. The mark's first byte occurs in no UTF-8 text.
 */
final class Frames {

    /** A network of ten thousand layers takes about 1 MiB. */
    static final int LONGEST = 16 << 20;

    private static final int[] MARK = {0xF5, 'S', 'K', 'Y'};
    private static final int LONGEST_CHATTER = 1000;

    private final InputStream in;
    private final Consumer<String> chatterTo;
    private final ByteArrayOutputStream chatter = new ByteArrayOutputStream();

    Frames(InputStream in, Consumer<String> chatterTo) {
        this.in = new BufferedInputStream(in);
        this.chatterTo = chatterTo;
    }

    /**
     * @throws IllegalArgumentException where the content is too long
     */
    static byte[] frame(byte[] content) {
        if (content.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a message of " + content.length + " bytes is too long; " + LONGEST + " are allowed");
        }
        ByteBuffer frame = ByteBuffer.allocate(MARK.length + Integer.BYTES + content.length);
        for (int part : MARK) {
            frame.put((byte) part);
        }
        return frame.putInt(content.length).put(content).array();
    }

    /**
     * The next frame's content, or empty at the end of the stream. Blocks.
     *
     * @throws IOException where the stream breaks off within a frame, or the frame claims an impossible length
     */
    Optional<byte[]> next() throws IOException {
        if (!skipToContent()) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(exactly(Integer.BYTES)).getInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException(
                    "a frame claims a length of " + length + " bytes; at most " + LONGEST + " are allowed");
        }
        return Optional.of(exactly(length));
    }

    private boolean skipToContent() throws IOException {
        int matched = 0;
        while (matched < MARK.length) {
            int read = in.read();
            if (read == MARK[matched]) {
                matched++;
                continue;
            }
            for (int i = 0; i < matched; i++) {
                chat(MARK[i]);
            }
            matched = read == MARK[0] ? 1 : 0;
            if (read < 0) {
                passChatterOn();
                return false;
            }
            if (matched == 0) {
                chat(read);
            }
        }
        passChatterOn();
        return true;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the stream ended within a frame");
        }
        return bytes;
    }

    private void chat(int part) {
        if (part == '\n' || chatter.size() >= LONGEST_CHATTER) {
            passChatterOn();
        }
        if (part != '\n') {
            chatter.write(part);
        }
    }

    private void passChatterOn() {
        if (chatter.size() > 0) {
            chatterTo.accept(chatter.toString(StandardCharsets.UTF_8).strip());
            chatter.reset();
        }
    }
}
