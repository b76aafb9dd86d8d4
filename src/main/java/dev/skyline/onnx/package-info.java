/**
 * The only home of ONNX: writes a network and its weights as a model file, and runs model files under ONNX Runtime, to
 * prove an export and to measure how long an inference takes.
 */
package dev.skyline.onnx;
