/**
 * A point of a search space: its canonical text and its stable identity, never weights. Two architectures with one
 * identity compute the same function, so the identity is the key under which what was learnt of it is remembered.
 */
package dev.skyline.architecture;
