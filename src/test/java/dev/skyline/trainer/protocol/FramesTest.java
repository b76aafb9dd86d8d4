package dev.skyline.trainer.protocol;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FramesTest {

    private final List<String> chatter = new ArrayList<>();

    @Test
    void framesComeOutAsTheyWentIn() throws IOException {
        Frames frames = reading(Frames.frame(bytes("one")), Frames.frame(bytes("")), Frames.frame(bytes("größer")));

        assertThat(frames.next()).hasValue(bytes("one"));
        assertThat(frames.next()).hasValue(bytes(""));
        assertThat(frames.next()).hasValue(bytes("größer"));
        assertThat(frames.next()).isEmpty();
        assertThat(chatter).isEmpty();
    }

    @Test
    void whatIsPrintedBetweenFramesIsHandedOnLineByLine() throws IOException {
        Frames frames = reading(
                bytes("oneDNN: a warning\nhalf a li"), Frames.frame(bytes("one")), bytes("ne\n"), bytes("the end"));

        assertThat(frames.next()).hasValue(bytes("one"));
        assertThat(frames.next()).isEmpty();
        assertThat(chatter).containsExactly("oneDNN: a warning", "half a li", "ne", "the end");
    }

    @Test
    void aMarkThatBreaksOffIsChatter() throws IOException {
        byte[] frame = Frames.frame(bytes("one"));
        Frames frames =
                reading(Arrays.copyOf(frame, 3), frame, Arrays.copyOf(frame, 1), frame, Arrays.copyOf(frame, 2));

        assertThat(frames.next()).hasValue(bytes("one"));
        assertThat(frames.next()).hasValue(bytes("one"));
        assertThat(frames.next()).isEmpty();
    }

    @Test
    void framesAreFoundInAnyGarbage() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] garbage = new byte[random.nextInt(3000)];
            random.nextBytes(garbage);
            Frames frames = reading(garbage, Frames.frame(bytes("one")), garbage, Frames.frame(bytes("two")));

            assertThat(frames.next()).hasValue(bytes("one"));
            assertThat(frames.next()).hasValue(bytes("two"));
        }
    }

    @Test
    void chatterWithoutEndIsHandedOnInPieces() throws IOException {
        Frames frames = reading(new byte[100_000], Frames.frame(bytes("one")));

        assertThat(frames.next()).hasValue(bytes("one"));
        assertThat(chatter).hasSizeGreaterThan(10);
    }

    @Test
    void aFrameThatClaimsAnImpossibleLengthIsRefusedUnread() {
        byte[] tooLong = Frames.frame(bytes("one"));
        tooLong[4] = 0x40;
        byte[] negative = Frames.frame(bytes("one"));
        negative[4] = (byte) 0x80;

        assertThatThrownBy(() -> reading(tooLong).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1073741827 bytes");
        assertThatThrownBy(() -> reading(negative).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("claims a length");
    }

    @Test
    void anOverlongMessageIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> Frames.frame(new byte[Frames.LONGEST + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aStreamThatEndsWithinAFrameIsAnError() {
        byte[] frame = Frames.frame(bytes("one"));

        assertThatThrownBy(() -> reading(Arrays.copyOf(frame, frame.length - 1)).next())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reading(Arrays.copyOf(frame, 6)).next()).isInstanceOf(EOFException.class);
    }

    private Frames reading(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return new Frames(new ByteArrayInputStream(all.toByteArray()), chatter::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
