package dev.skyline.benchmark;

import dev.skyline.plugin.Setting;

/** How a benchmark is read. */
public record TabularSettings(
        @Setting(
                about = "Number of epochs whose rows are the full result; 0 takes the greatest that the table has",
                value = "0",
                min = 0,
                max = 1_000_000)
        int epochs) {}
