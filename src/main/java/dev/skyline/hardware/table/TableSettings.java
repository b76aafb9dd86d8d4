package dev.skyline.hardware.table;

import dev.skyline.hardware.Modelled;
import dev.skyline.plugin.Setting;

/** Which column of the table is meant, and what it is made of where it is not given. */
@Modelled(data = TableTarget.DATA)
public record TableSettings(
        @Setting(
                about = "Device whose columns count where the table has some of several: raspi4 for latency@raspi4;"
                        + " the target's own name, where this is empty",
                value = "")
        String column,

        @Setting(about = "Name of a benchmark whose latencies are the table, in place of data", value = "")
        String benchmark,

        @Setting(about = "Id of an experiment whose measured latencies are the table, in place of data", value = "")
        String experiment) {

    /**
     * The device whose columns count.
     *
     * @param target name of the target
     */
    public String device(String target) {
        return column.isEmpty() ? target : column;
    }
}
