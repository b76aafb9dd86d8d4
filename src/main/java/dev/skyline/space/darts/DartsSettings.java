package dev.skyline.space.darts;

import dev.skyline.plugin.Setting;

import java.util.List;

/** The cell and the skeleton. The defaults of the skeleton train fast on small images. */
record DartsSettings(
        @Setting(about = "nodes of a cell; 4 as published", value = "4", min = 1, max = 6)
        int nodes,

        @Setting(
                about = "what an edge may do",
                value =
                        "none,max_pool_3x3,avg_pool_3x3,skip_connect,sep_conv_3x3,sep_conv_5x5,dil_conv_3x3,dil_conv_5x5",
                choices = {
                    "none",
                    "max_pool_3x3",
                    "avg_pool_3x3",
                    "skip_connect",
                    "sep_conv_3x3",
                    "sep_conv_5x5",
                    "dil_conv_3x3",
                    "dil_conv_5x5"
                })
        List<String> operations,

        @Setting(
                about =
                        "cells, of which those at one and two thirds reduce; 20 as published for CIFAR-10, 14 for ImageNet",
                value = "3",
                min = 3,
                max = 40)
        int cells,

        @Setting(
                about = "channels of a node before the first reduction; 36 as published for CIFAR-10, 48 for ImageNet",
                value = "8",
                min = 2,
                max = 256)
        int channels,

        @Setting(
                about =
                        "cifar: one convolution, which keeps the image's size; imagenet: three, which divide it by eight",
                value = "cifar")
        Stem stem) {}
