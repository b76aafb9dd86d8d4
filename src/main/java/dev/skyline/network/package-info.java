/**
 * The neutral layer graph that an architecture decodes to. Everything that needs layers reads it: the builder of the
 * training graph, the ONNX writer, the cost counters, latency models and the drawing on the page.
 */
package dev.skyline.network;
