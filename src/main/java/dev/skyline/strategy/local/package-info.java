/** Strategies that walk from an architecture to a better one next to it. */
package dev.skyline.strategy.local;
