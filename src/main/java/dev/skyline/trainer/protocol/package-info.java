/**
 * What a node and its child processes say to each other: sealed message records as JSON, in frames over the child's
 * standard input and output. Knows nothing of processes or of training.
 */
package dev.skyline.trainer.protocol;
