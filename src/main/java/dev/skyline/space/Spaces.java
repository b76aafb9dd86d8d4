package dev.skyline.space;

import dev.skyline.plugin.Plugins;
import dev.skyline.space.cell.NasBench201;
import dev.skyline.space.darts.Darts;
import dev.skyline.space.document.UserDefined;
import dev.skyline.space.motifs.Motifs;
import dev.skyline.space.nasbench101.NasBench101;
import dev.skyline.space.nasbenchmacro.NasBenchMacro;
import dev.skyline.space.scaling.CompoundScaling;
import dev.skyline.space.sequential.Sequential;
import dev.skyline.space.stages.Stages;

import java.util.List;

/** The search spaces that there are; a new one is a line here. */
public final class Spaces {

    private static final Plugins<Task, SearchSpace> PLUGINS = new Plugins<>(
            "search space",
            List.of(
                    Sequential.PLUGIN,
                    NasBench201.PLUGIN,
                    NasBench101.PLUGIN,
                    NasBenchMacro.PLUGIN,
                    Darts.PLUGIN,
                    Motifs.PLUGIN,
                    CompoundScaling.PLUGIN,
                    Stages.PLUGIN,
                    UserDefined.PLUGIN));

    private Spaces() {}

    /** By id; each refuses a task that it does not fit with {@link dev.skyline.plugin.InvalidSettings}. */
    public static Plugins<Task, SearchSpace> plugins() {
        return PLUGINS;
    }
}
