/** Events of all nodes, carried by PostgreSQL's NOTIFY and LISTEN. */
package dev.skyline.persistence.event;
