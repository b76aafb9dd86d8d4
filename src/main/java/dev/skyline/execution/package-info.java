/**
 * Evaluating a trial: estimate, measure, report. Where and when that happens is the executor's business. Other work that
 * takes long is done by one node at a time.
 */
package dev.skyline.execution;
