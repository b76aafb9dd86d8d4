package dev.skyline.network;

/** A network with the values that its layers hold after training. */
public record TrainedNetwork(Network network, Weights weights) {}
