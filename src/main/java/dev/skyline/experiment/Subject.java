package dev.skyline.experiment;

import java.util.List;

/** What the architectures of an experiment are for, and so where their accuracy comes from. */
public sealed interface Subject permits DatasetRef, BenchmarkRef, TaskRef {

    /** Shape of a sample: {@code [channels, height, width]} of images, {@code [features]} of a table. */
    List<Integer> input();

    /** How many classes a sample may belong to. */
    int classCount();

    /** Its part in {@link ExperimentSpec#terms()}: equal for subjects on which an evaluation gives the same. */
    String terms();
}
