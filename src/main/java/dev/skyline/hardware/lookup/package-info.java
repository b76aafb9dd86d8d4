/**
 * Latency as a sum over operators: what a runtime executes of a network, each under a key in plain text, and the table
 * that says what each costs.
 */
package dev.skyline.hardware.lookup;
