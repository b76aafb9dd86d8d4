package dev.skyline.hardware.agent;

/**
 * What an agent says of its machine, for people.
 *
 * @param cpu model
 * @param memory bytes
 * @param os operating system with its version
 * @param runtime what runs the models, with versions
 */
public record HardwareReport(String cpu, int cores, long memory, String os, String runtime) {}
