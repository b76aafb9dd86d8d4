/**
 * Trials as durable tasks of db-scheduler, whose only home this is: a task is a row, a node that runs it holds a lease
 * on it, and a lease that lapses lets another node begin again.
 */
package dev.skyline.scheduling;
