/** The protocol of agents, which measure on other machines; {@code docs/agents.md} explains it. */
package dev.skyline.api.agent;
