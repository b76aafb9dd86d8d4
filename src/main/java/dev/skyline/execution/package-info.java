/** Evaluating a trial: estimate, measure, report. Where and when that happens is the executor's business. */
package dev.skyline.execution;
