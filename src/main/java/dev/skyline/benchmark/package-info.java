/**
 * Tabular benchmarks: files of architectures and what was measured of them, against which a search runs without training
 * anything. A benchmark is bound to a search space; its device columns are hardware targets.
 */
package dev.skyline.benchmark;
