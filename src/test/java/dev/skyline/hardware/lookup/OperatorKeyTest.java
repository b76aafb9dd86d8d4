package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Network;
import dev.skyline.network.RandomNetworks;
import dev.skyline.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperatorKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv in=16x32x32 out=16x32x32 kernel=3x3 stride=1x1 groups=1",
                "conv in=16x32x32 out=8x16x16 kernel=3x3 stride=2x2 groups=2 dilation=2x2",
                "depthwise in=24x7x7 out=24x4x4 kernel=5x5 stride=2x2",
                "dense in=64 out=10",
                "norm in=16x32x32 out=16x32x32",
                "activation in=16x32x32 out=16x32x32 function=hard-swish",
                "pool in=16x32x32 out=16x16x16 kind=average kernel=2x2 stride=2x2",
                "global-pool in=64x8x8 out=64 kind=average",
                "add in=16x32x32+16x32x32 out=16x32x32",
                "concat in=16x8x8+32x8x8 out=48x8x8",
                "concat in=3+4 out=7",
                "scale in=16x8x8+16 out=16x8x8",
                "resize in=16x8x8 out=16x5x7",
                "truncate in=16x8x8 out=3x8x8",
                "zero in=16x8x8 out=16x8x8",
                "softmax in=10 out=10",
                "mbconv in=24x56x56 out=24x56x56 hidden=72 kernel=3x3 stride=1x1 residual=true",
                "mbconv in=32x112x112 out=16x112x112 kernel=3x3 stride=1x1",
                "mbconv in=16x32x32 out=24x16x16 hidden=16 kernel=5x5 stride=2x2 groups=2",
                "classifier in=1280x7x7 out=1000"
            })
    void aCanonicalTextReadsAsItself(String text) {
        assertThat(OperatorKey.parse(text).text()).isEqualTo(text);
    }

    @Test
    void orderDefaultsAndShortWindowsDoNotMatter() {
        assertThat(OperatorKey.parse(" conv  kernel=3 out=8x4x4 in=4x4x4 "))
                .isEqualTo(OperatorKey.parse("conv in=4x4x4 out=8x4x4 kernel=3x3 stride=1x1 groups=1"));
        assertThat(OperatorKey.parse("add in=4x4x4+4x4x4"))
                .isEqualTo(OperatorKey.parse("add in=4x4x4+4x4x4 out=4x4x4"));
    }

    @Test
    void aConvolutionOfOneChannelPerGroupIsADepthwiseOne() {
        assertThat(OperatorKey.parse("conv in=8x4x4 out=8x4x4 kernel=3 groups=8")
                        .text())
                .isEqualTo("depthwise in=8x4x4 out=8x4x4 kernel=3x3 stride=1x1");
    }

    @Test
    void aBiasMakesNoDifference() {
        List<Shape> in = List.of(Shape.image(3, 8, 8));
        assertThat(new LayerKey(new Convolution(4, 3, 1, false), in))
                .isEqualTo(new LayerKey(new Convolution(4, 3, 1, true), in));
    }

    @Test
    void everyKeyOfAnyNetworkReadsBackFromItsText() {
        Set<String> types = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            Network network = seed % 10 == 0 ? RandomNetworks.ofTables(seed, 3) : RandomNetworks.ofImages(seed, 3);
            for (LayerKey key : Operators.of(network)) {
                assertThat(OperatorKey.parse(key.text())).isEqualTo(key);
                types.add(key.type());
            }
        }
        assertThat(types).hasSize(LayerType.values().length);
    }

    @Test
    void aBlockCostsWhatItsLayersDo() {
        BlockKey block = (BlockKey) OperatorKey.parse("mbconv in=8x4x4 out=8x4x4 hidden=16 kernel=3 residual=true");
        assertThat(block.operations()).isEqualTo(16 * (16 * 9 + 16 * 10 + 8 * 17 + 16));
        assertThat(block.layers()).extracting(LayerKey::type).containsExactly("conv", "depthwise", "conv", "add");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | an operator has 1 to 2000 characters
                    convolution in=4x4x4 | valid are conv, depthwise, dense
                    conv in=4x4x4 out=8x4x4 | conv needs kernel=…
                    conv in=4x4x4 out=8x4x4 kernel=3x5 | kernel is square
                    conv in=4x4x4 out=8x4x4 kernel=0 | is made of whole numbers from 1
                    conv in=4x4x4 out=8x4x4 kernel=-3 | is made of whole numbers from 1
                    conv in=4x4x4 out=8x4x4 kernel=3 kernel=5 | kernel stands twice
                    conv in=4x4x4 out=8x2x2 kernel=3 | out is 8x4x4 for this conv, not 8x2x2
                    conv in=4x4 out=8x4x4 kernel=3 | in is channels x height x width
                    conv in=16 out=8x4x4 kernel=3 | takes an image, not a vector
                    conv in=4x4x4 out=8x4x4 kernel=3 padding=1 | conv has no padding
                    conv in=4x4x4 out=8x4x4 kernel=3 groups=3 | groups
                    conv in=4x4x4 out=8x4x4 kernel=3 fast | should read name=value
                    conv in=4x4x4 out=8x99999999999x4 kernel=3 | whole numbers
                    add in=4x4x4+4x4x5 | 4×4×5
                    pool in=4x4x4 kind=median kernel=2 | kind is one of max, average
                    activation in=4 function=gelu | function is one of relu, relu6
                    mbconv in=8x4x4 out=8x2x2 kernel=3 stride=2 residual=true | 8×2×2
                    mbconv in=8x4x4 out=8x4x4 kernel=3 residual=yes | residual is true or false
                    mbconv in=8 out=8x4x4 kernel=3 | in must be an image
                    classifier in=8 out=10 | a classifier takes an image
                    """)
    void whatIsNoOperatorIsRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> OperatorKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsTooLargeToCountIsRefused() {
        assertThatThrownBy(() -> OperatorKey.parse("conv in=999999999x1x1 out=999999999x1x1 kernel=999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");
    }
}
