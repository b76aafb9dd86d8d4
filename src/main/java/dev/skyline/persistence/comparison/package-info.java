/** Comparisons in PostgreSQL. */
package dev.skyline.persistence.comparison;
