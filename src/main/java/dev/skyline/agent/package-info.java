/**
 * The agent: this program on another machine, where it measures models for a service. Speaks with the service over HTTP
 * alone, as {@code docs/agents.md} says, and so could any other program.
 */
package dev.skyline.agent;
