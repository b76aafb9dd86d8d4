/** What is known of benchmarks, as rows. */
package dev.skyline.persistence.benchmark;
