/**
 * What people look at: pages of experiments and trials, counts, and columns of values. Read only; the records come from
 * one query each and may be a moment old.
 */
package dev.skyline.experiment.view;
