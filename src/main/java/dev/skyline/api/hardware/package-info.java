/** Describing hardware targets. */
package dev.skyline.api.hardware;
