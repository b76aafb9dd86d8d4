package dev.skyline.space.sequential;

import dev.skyline.plugin.Setting;

import java.util.List;

/** What the chain may be made of. The defaults suit images of 8×8 to 32×32 pixels, and tables. */
record SequentialSettings(
        @Setting(about = "fewest layers; dense ones for tables", value = "1", min = 1, max = 50)
        int minLayers,

        @Setting(about = "most layers; dense ones for tables", value = "5", min = 1, max = 50)
        int maxLayers,

        @Setting(
                about = "what a layer may do to an image; one of the convolutions is needed",
                value = "convolution,separable-convolution,max-pooling,average-pooling")
        List<Operation> operations,

        @Setting(about = "output channels of a convolution", value = "8,16,32", min = 1, max = 1024)
        List<Integer> filters,

        @Setting(about = "window of a convolution, odd", value = "3,5", unit = "pixels", min = 1, max = 15)
        List<Integer> kernels,

        @Setting(about = "most poolings, each of which halves the image", value = "2", min = 0, max = 20)
        int maxPoolings,

        @Setting(about = "how the image becomes a vector", value = "flatten,global-average")
        List<Head> heads,

        @Setting(about = "most dense layers between an image's head and the classifier", value = "1", min = 0, max = 10)
        int maxDenseLayers,

        @Setting(about = "outputs of a dense layer", value = "32,64,128", min = 1, max = 8192)
        List<Integer> units,

        @Setting(
                about =
                        "whether a convolution's input may be added to its result, by way of a convolution 1×1 where their"
                                + " channels differ",
                value = "false")
        boolean skips,

        @Setting(
                about = "share of the classifier's inputs that are dropped while training; 0 for none",
                value = "0",
                unit = "ratio",
                min = 0,
                max = 0.9)
        List<Double> dropouts) {}
