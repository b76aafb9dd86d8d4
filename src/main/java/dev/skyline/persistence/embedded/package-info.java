/** A real PostgreSQL of the service's own, kept in the data directory, for whoever has no database server. */
package dev.skyline.persistence.embedded;
