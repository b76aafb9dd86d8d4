/** Comparisons of strategies over HTTP. */
package dev.skyline.api.comparison;
