/**
 * What runs inside a child process: it takes one job at a time from its node, trains, measures or exports, and ends with its
 * node. The only code of the service that loads the native libraries of DL4J and ONNX Runtime.
 */
package dev.skyline.trainer.child;
