/** Skyline: self-hosted, hardware-aware neural architecture search. docs/architecture.md shows the rooms. */
package dev.skyline;
