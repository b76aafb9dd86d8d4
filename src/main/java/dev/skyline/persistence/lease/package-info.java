/** Who is at which work, in PostgreSQL. */
package dev.skyline.persistence.lease;
