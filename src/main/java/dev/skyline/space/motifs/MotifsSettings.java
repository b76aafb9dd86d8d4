package dev.skyline.space.motifs;

import dev.skyline.plugin.Setting;

import java.util.List;

/** The hierarchy and the skeleton. The defaults of the hierarchy are the paper's, those of the skeleton train fast. */
record MotifsSettings(
        @Setting(
                about = "levels, of which the first are the operations and the last is the cell; 3 in the paper",
                value = "3",
                min = 2,
                max = 6)
        int levels,

        @Setting(about = "motifs of each level between; 6 in the paper", value = "6", min = 1, max = 9)
        int motifs,

        @Setting(
                about = "nodes of a motif, its input and output included; 4 in the paper",
                value = "4",
                min = 2,
                max = 6)
        int motifNodes,

        @Setting(
                about = "nodes of the cell, its input and output included; 5 in the paper",
                value = "5",
                min = 2,
                max = 7)
        int cellNodes,

        @Setting(
                about = "what an edge of a motif of the second level may do, besides not being there",
                value = "conv_1x1,depthwise_3x3,separable_3x3,max_pool_3x3,average_pool_3x3,identity",
                choices = {"conv_1x1", "depthwise_3x3", "separable_3x3", "max_pool_3x3", "average_pool_3x3", "identity"
                })
        List<String> operations,

        @Setting(
                about = "how a node of several edges becomes one image: concatenate, then a convolution 1×1; or add",
                value = "concatenate")
        Merge merge,

        @Setting(
                about = "stages of cells, each but the first of which halves the image; 3 in the paper for CIFAR-10",
                value = "3",
                min = 1,
                max = 5)
        int stages,

        @Setting(about = "cells in each stage", value = "1", min = 1, max = 20)
        int cells,

        @Setting(about = "channels of the first stage, doubled in each that follows", value = "8", min = 1, max = 256)
        int channels) {}
