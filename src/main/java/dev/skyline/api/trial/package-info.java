/** The trials of an experiment: lists, one in full, its model, all of them as a file. */
package dev.skyline.api.trial;
