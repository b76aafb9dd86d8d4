/**
 * The layer-wise space {@code sequential}: a chain of layers of variable depth, each with an operation and the
 * operation's own parameters; for images and for tables.
 */
package dev.skyline.space.sequential;
