/** Agents, and the jobs that they measure, as rows. */
package dev.skyline.persistence.agent;
