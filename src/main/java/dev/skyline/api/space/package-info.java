/** Storing search spaces under names. */
package dev.skyline.api.space;
