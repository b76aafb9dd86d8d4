/** Latency, throughput and energy that are known for each architecture. */
package dev.skyline.hardware.table;
