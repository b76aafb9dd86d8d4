package dev.skyline.space.document;

/** A document read, for any task. */
record Unrolled(Part stages, Decisions decisions) {}
