/**
 * The data directory, and the database behind the service: the only home of JPA and of the embedded PostgreSQL. Each
 * sub-package keeps one kind of thing and implements the core's ports for it.
 */
package dev.skyline.persistence;
