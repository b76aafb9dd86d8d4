package dev.skyline.trainer.protocol;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the messages of one side from a stream. For one thread. */
public final class MessageReader<M> {

    private final Frames frames;
    private final Class<M> type;

    /**
     * @param chatter is told each line that stands between the messages
     */
    public MessageReader(InputStream in, Class<M> type, Consumer<String> chatter) {
        this.frames = new Frames(in, chatter);
        this.type = type;
    }

    /**
     * The next message, or empty at the end of the stream. Blocks.
     *
     * @throws IOException where the stream breaks off within a message, or a frame holds no message of this side; the
     *     stream is of no further use
     */
    public Optional<M> next() throws IOException {
        Optional<byte[]> content = frames.next();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<M> message = Optional.ofNullable(MessageWriter.JSON.readValue(content.get(), type));
            if (message.isEmpty()) {
                throw new IOException("a frame holds nothing");
            }
            return message;
        } catch (JacksonException e) {
            throw new IOException("a frame holds no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
