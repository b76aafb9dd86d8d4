package dev.skyline.hardware.table;

import dev.skyline.hardware.Modelled;
import dev.skyline.plugin.Setting;

/** Which column of the table is meant. */
@Modelled(data = TableTarget.DATA)
public record TableSettings(
        @Setting(
                about = "Device whose columns count where the table has some of several: raspi4 for latency@raspi4;"
                        + " the target's own name, where this is empty",
                value = "")
        String column) {}
