/** Benchmarks: upload, list, remove. */
package dev.skyline.api.benchmark;
