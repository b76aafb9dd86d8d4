/** Submitting, listing, watching and controlling experiments. */
package dev.skyline.api.experiment;
