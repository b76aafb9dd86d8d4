/**
 * Measuring on other machines: jobs that wait for an agent, the leases under which agents have them, and what agents may
 * report. Knows neither how jobs are kept nor how agents speak with the service.
 */
package dev.skyline.hardware.agent;
