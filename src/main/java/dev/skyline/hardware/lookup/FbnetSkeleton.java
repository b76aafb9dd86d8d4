package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.ArrayList;
import java.util.List;

/**
 * What is fixed about the networks of the FBNet space (Wu et al. 2019, table 1) as HW-NAS-Bench (Li et al. 2021) measured
 * them: a stem of 16 channels, 22 layers to be chosen, a convolution 1×1 and the classifier.
 *
 * @param input of the stem
 * @param strides of the first layer of each stage
 * @param header filters of the convolution after the layers
 */
record FbnetSkeleton(Image input, int stemStride, List<Integer> strides, int header, int classes) {

    static final FbnetSkeleton CIFAR100 =
            new FbnetSkeleton(new Image(3, 32, 32), 1, List.of(1, 1, 2, 2, 1, 2, 1), 1504, 100);
    static final FbnetSkeleton IMAGENET =
            new FbnetSkeleton(new Image(3, 224, 224), 2, List.of(1, 2, 2, 2, 1, 2, 1), 1984, 1000);

    private static final int STEM = 16;
    private static final List<Integer> CHANNELS = List.of(16, 24, 32, 64, 112, 184, 352);
    private static final List<Integer> DEPTHS = List.of(1, 4, 4, 4, 4, 4, 1);

    /** A layer to be chosen. */
    record Place(Image in, Image out, int stride) {

        boolean keepsShape() {
            return in.equals(out);
        }

        /** What stands there where the layer is skipped and the shape changes. */
        LayerKey skip() {
            return new LayerKey(new Convolution(out.channels(), 1, stride, true), List.of(in));
        }
    }

    LayerKey stem() {
        return new LayerKey(new Convolution(STEM, 3, stemStride, true), List.of(input));
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        Image last = (Image) stem().output();
        for (int stage = 0; stage < DEPTHS.size(); stage++) {
            for (int layer = 0; layer < DEPTHS.get(stage); layer++) {
                int stride = layer == 0 ? strides.get(stage) : 1;
                Image out = (Image) new Convolution(CHANNELS.get(stage), 1, stride, true).output(List.of((Shape) last));
                places.add(new Place(last, out, stride));
                last = out;
            }
        }
        return places;
    }

    /** What stands after the layers. */
    List<OperatorKey> head() {
        List<Place> places = places();
        LayerKey convolution = new LayerKey(
                new Convolution(header, 1, 1, true),
                List.of(places.get(places.size() - 1).out()));
        return List.of(convolution, new ClassifierKey((Image) convolution.output(), classes));
    }
}
