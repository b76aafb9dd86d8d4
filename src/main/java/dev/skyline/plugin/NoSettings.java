package dev.skyline.plugin;

/** Settings of a plug-in that has none. */
public record NoSettings() {}
