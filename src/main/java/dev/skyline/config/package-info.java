/** Properties and wiring, one configuration a room. Knows every other package; nobody knows it. */
package dev.skyline.config;
