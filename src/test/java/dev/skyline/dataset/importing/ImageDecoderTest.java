package dev.skyline.dataset.importing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

import static org.assertj.core.api.Assertions.assertThat;

class ImageDecoderTest {

    private static final int SIDE = 5;

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_RGB})
    void coloursAreThoseOfTheFileWhateverTheirTransparency(int type) {
        BufferedImage image = Uploads.image(type, SIDE, SIDE, 1);
        DecodedImage decoded = decoded(image);
        assertThat(decoded.grey()).isFalse();
        for (int i = 0; i < SIDE * SIDE; i++) {
            int rgb = image.getRGB(i % SIDE, i / SIDE);
            assertThat(decoded.values()[i]).isEqualTo((byte) (rgb >> 16));
            assertThat(decoded.values()[SIDE * SIDE + i]).isEqualTo((byte) (rgb >> 8));
            assertThat(decoded.values()[2 * SIDE * SIDE + i]).isEqualTo((byte) rgb);
        }
    }

    @Test
    void greyIsTakenAsItIsThoughJavaWouldBrightenIt() {
        BufferedImage image = Uploads.image(BufferedImage.TYPE_BYTE_GRAY, SIDE, SIDE, 1);
        DecodedImage decoded = decoded(image);
        assertThat(decoded.grey()).isTrue();
        for (int i = 0; i < 3 * SIDE * SIDE; i++) {
            assertThat(decoded.values()[i] & 0xff).isEqualTo(image.getRaster().getSample(i % SIDE, i / SIDE % SIDE, 0));
        }
    }

    @Test
    void sixteenBitsAreCutToEight() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x80ff);
        image.getRaster().setSample(1, 0, 0, 0xffff);
        assertThat(decoded(image).values(1)).containsExactly(0x80, 0xff);
    }

    @Test
    void palettesAreLookedUp() {
        byte[] red = {0, 10};
        byte[] green = {1, 20};
        byte[] blue = {2, 30};
        BufferedImage image =
                new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, red, green, blue));
        image.getRaster().setSample(0, 0, 0, 1);
        assertThat(decoded(image).values(3)).containsExactly(10, 0, 20, 1, 30, 2);
    }

    @Test
    void blackAndWhiteIsGrey() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.getRaster().setSample(1, 0, 0, 1);
        assertThat(decoded(image).values(1)).containsExactly(0, 0xff);
        assertThat(decoded(image).grey()).isTrue();
    }

    private static DecodedImage decoded(BufferedImage image) {
        return new ImageDecoder(100).decode(Uploads.encoded(image, "png"), "image");
    }
}
