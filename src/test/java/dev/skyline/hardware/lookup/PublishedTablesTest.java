package dev.skyline.hardware.lookup;

import dev.skyline.Benchmarks;
import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.lookup.LookupReport.Origin;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.NetworkBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Tables of other makers, read through their mappings: a network of theirs costs exactly the sum of their rows. */
class PublishedTablesTest {

    private static final String PROXYLESS = "pixel1-lut.csv";
    private static final String FBNET = "fbnet-lut.csv";

    private static DataTable table(String file) throws IOException {
        return DataTable.read(Files.readAllBytes(Benchmarks.path(file)));
    }

    /** A network in the making that knows how its blocks are built. */
    private static final class Mobile {

        private final NetworkBuilder builder;
        private String last = Network.INPUT;
        private Shape shape;
        private int blocks;

        Mobile(Image input) {
            this.builder = new NetworkBuilder(input);
            this.shape = input;
        }

        void conv(int filters, int kernel, int stride) {
            last = builder.convNormRelu("conv" + blocks++, last, filters, kernel, stride);
            shape = new Convolution(filters, kernel, stride, false).output(List.of(shape));
        }

        /** @param hidden 0 for no expansion */
        void block(int filters, int hidden, int kernel, int stride, int groups) {
            String name = "block" + blocks++;
            String from = last;
            if (hidden > 0) {
                String wide = builder.add(name + ".expand", new Convolution(hidden, 1, 1, 1, groups, false), from);
                last = builder.relu(name + ".expand", builder.norm(name + ".expand", wide));
            }
            String deep = builder.add(name + ".depthwise", new DepthwiseConvolution(kernel, stride, false), last);
            deep = builder.relu(name + ".depthwise", builder.norm(name + ".depthwise", deep));
            last = builder.norm(
                    name, builder.add(name + ".project", new Convolution(filters, 1, 1, 1, groups, false), deep));
            Shape out = new Convolution(filters, 1, stride, false).output(List.of(shape));
            last = out.equals(shape) ? builder.sum(name, List.of(last, from)) : last;
            shape = out;
        }

        Network classify(int classes) {
            return builder.classify(last, classes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raspi4", "pixel3", "eyeriss", "fpga"})
    void anFbnetCostsTheTotalOfSkipsAndTheDifferencesOfItsLayers(String device) throws IOException {
        DataTable data = table(FBNET);
        Map<String, Double> differences = new HashMap<>();
        for (DataRow row : data.rows()) {
            differences.put(row.text("layer") + row.text("op"), Double.valueOf(row.text(device + "_ms")));
        }
        LookupSum sum = new LookupSum(Mapping.FBNET_CIFAR100.read(data, device), Missing.REFUSE);
        List<String> choices =
                List.of("skip", "k3_e1", "k3_e1_g2", "k3_e3", "k3_e6", "k5_e1", "k5_e1_g2", "k5_e3", "k5_e6");
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double expected = differences.get("-1all_skip_total");
            List<String> layers = new ArrayList<>();
            for (int layer = 0; layer < 22; layer++) {
                String choice = i == 0 ? "skip" : choices.get(random.nextInt(choices.size()));
                layers.add(choice);
                expected += differences.getOrDefault(layer + choice, 0.0);
            }
            LookupReport report = sum.of(fbnet(layers));
            assertThat(report.isComplete()).as(layers.toString()).isTrue();
            assertThat(report.total()).as(layers.toString()).isCloseTo(expected, within(1e-13));
        }
    }

    private static Network fbnet(List<String> layers) {
        Mobile network = new Mobile(Shape.image(3, 32, 32));
        network.conv(16, 3, 1);
        int layer = 0;
        for (FbnetSkeleton.Place place : FbnetSkeleton.CIFAR100.places()) {
            String choice = layers.get(layer++);
            if (choice.equals("skip")) {
                if (!place.keepsShape()) {
                    network.conv(place.out().channels(), 1, place.stride());
                }
            } else {
                network.block(
                        place.out().channels(),
                        place.in().channels() * Character.digit(choice.charAt(4), 10),
                        Character.digit(choice.charAt(1), 10),
                        place.stride(),
                        choice.endsWith("g2") ? 2 : 1);
            }
        }
        network.conv(1504, 1, 1);
        return network.classify(100);
    }

    @Test
    void aMobileNetCostsTheRowsOfItsBlocksOnAPixel1() throws IOException {
        DataTable data = table(PROXYLESS);
        Map<String, Double> rows = new HashMap<>();
        for (DataRow row : data.rows()) {
            rows.put(String.join(" ", row.values().subList(0, 7)), Double.valueOf(row.text("mean_ms")));
        }
        LookupSum sum = new LookupSum(Mapping.PROXYLESSNAS.read(data, ""), Missing.REFUSE);
        int[] widths = {24, 40, 80, 96, 192, 320};
        int[] strides = {2, 2, 2, 1, 2, 1};
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            Mobile network = new Mobile(Shape.image(3, 224, 224));
            network.conv(32, 3, 2);
            network.block(16, 0, 3, 1, 1);
            double expected =
                    rows.get("Conv 224x224x3 112x112x32    ") + rows.get("expanded_conv 112x112x32 112x112x16 1 3 1 0");
            for (int stage = 0; stage < widths.length; stage++) {
                int depth = stage == widths.length - 1 ? 1 : 1 + random.nextInt(4);
                for (int layer = 0; layer < depth; layer++) {
                    int stride = layer == 0 ? strides[stage] : 1;
                    int expand = random.nextBoolean() ? 3 : 6;
                    int kernel = 3 + 2 * random.nextInt(3);
                    Image in = (Image) network.shape;
                    network.block(widths[stage], expand * in.channels(), kernel, stride, 1);
                    Image out = (Image) network.shape;
                    expected += rows.get(String.join(
                            " ",
                            "expanded_conv",
                            text(in),
                            text(out),
                            "" + expand,
                            "" + kernel,
                            "" + stride,
                            in.equals(out) ? "1" : "0"));
                }
            }
            network.conv(1280, 1, 1);
            expected += rows.get("Conv_1 7x7x320 7x7x1280    ") + rows.get("Logits 7x7x1280 1000    ");
            LookupReport report = sum.of(network.classify(1000));
            assertThat(report.operators())
                    .extracting(LookupReport.Entry::origin)
                    .containsOnly(Origin.FOUND);
            assertThat(report.total()).isCloseTo(expected, within(1e-10));
            assertThat(report.halfWidth() / report.total()).isBetween(0.001, 0.2);
        }
    }

    private static String text(Image image) {
        return image.height() + "x" + image.width() + "x" + image.channels();
    }

    @Test
    void anotherWidthOfTheSameBlocksIsEstimatedAndCounted() throws IOException {
        LookupSum sum = new LookupSum(Mapping.PROXYLESSNAS.read(table(PROXYLESS), ""), Missing.REGRESSION);
        Mobile network = new Mobile(Shape.image(3, 224, 224));
        network.conv(32, 3, 2);
        network.block(16, 0, 3, 1, 1);
        network.block(24, 48, 3, 2, 1);
        network.block(48, 72, 3, 2, 1);
        LookupReport report = sum.of(network.classify(1000));
        assertThat(report.count(Origin.FOUND)).isEqualTo(3);
        assertThat(report.operators())
                .filteredOn(entry -> entry.origin() == Origin.ESTIMATED)
                .extracting(entry -> entry.key().type())
                .containsExactly("conv", "depthwise", "conv", "global-pool", "dense", "softmax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'layer,op,a_ms\n0,k3_e1,1' | there is no row 'all_skip_total'
                    'layer,op,a_us\n0,k3_e1,1' | in microseconds; latencies are wanted in milliseconds, in a column 'a_ms'
                    'layer,op,b_ms,c_ms\n0,k3_e1,1,1' | names none of the devices of the table; valid are b, c
                    'op,a_ms\nk3_e1,1' | there is no column 'layer'
                    'layer,op,a_ms\n22,k3_e1,1' | is no layer from 0 to 21
                    'layer,op,a_ms\n0,conv,1' | is no choice such as k3_e6
                    'layer,op,a_ms\n0,k3_e1_g3,1' | groups
                    'layer,op,a_ms\n0,k3_e1,-1' | line 2, column 'a_ms': -1 is negative
                    'layer,op,a_ms\n2,k3_e1,1\n3,k3_e1,2' | is 2.0, but another layer has 1.0
                    """)
    void aFaultInATableOfFbnetIsNamed(String csv, String message) {
        refuses(Mapping.FBNET_CIFAR100, csv, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | there is no column 'idskip'
                    'Dense,7x7x1280,1000,,,,,1,1,1' | none of Conv, Conv_1, Logits, expanded_conv
                    'Logits,7x7,1000,,,,,1,1,1' | is no height x width x channels
                    'Logits,7x7x1280,1000,,,,,-1,1,1' | -1 is negative
                    'Logits,7x7x1280,1000,,,,,1,1,0' | is no whole number
                    'Conv,8x8x3,9x9x4,,,,,1,1,1' | no stride leads there
                    'expanded_conv,8x8x3,8x8x4,3,3,2,0,1,1,1' | out is 4x4x4 for this mbconv
                    'expanded_conv,8000x8000x3,8000x8000x4,999999,3,1,0,1,1,1' | too many values
                    'Conv,8x8x3,4x4x4,,,,,1,1,1\nConv,8x8x3,4x4x4,,,,,1,1,1' | another row describes the same operator
                    """)
    void aFaultInATableOfProxylessNasIsNamed(String rows, String message) {
        String header = rows.isEmpty()
                ? "block,input,output,expand,kernel,stride\n1,1,1,1,1,1"
                : "block,input,output,expand,kernel,stride,idskip,mean_ms,var,count\n";
        refuses(Mapping.PROXYLESSNAS, header + rows, message);
    }

    private static void refuses(Mapping mapping, String csv, String message) {
        assertThatThrownBy(() -> mapping.read(DataTable.read(csv), "a"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(message);
    }
}
