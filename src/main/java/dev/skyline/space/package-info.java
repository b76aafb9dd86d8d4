/**
 * Search spaces: what architectures there are, how to draw, change and combine them, and which network each one is. A
 * space is bound to the task it searches for, so it knows from the start what fits the data.
 */
package dev.skyline.space;
