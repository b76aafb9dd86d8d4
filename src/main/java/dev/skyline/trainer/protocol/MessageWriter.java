package dev.skyline.trainer.protocol;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;

/** Writes messages to a stream, each at once and as a whole. For any number of threads. */
public final class MessageWriter {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;

    public MessageWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * @throws IOException where nobody reads any more
     * @throws IllegalArgumentException where the message is too long
     */
    public void write(Command command) throws IOException {
        writeMessage(command);
    }

    /**
     * @throws IOException where nobody reads any more
     * @throws IllegalArgumentException where the message is too long
     */
    public void write(Report report) throws IOException {
        writeMessage(report);
    }

    private void writeMessage(Object message) throws IOException {
        byte[] frame = Frames.frame(JSON.writeValueAsBytes(message));
        synchronized (out) {
            out.write(frame);
            out.flush();
        }
    }
}
