/**
 * Networks in DL4J's own layers, for use where there is DL4J and nothing of Skyline: as a zip that DL4J loads, and as
 * Java source that builds the same configuration.
 */
package dev.skyline.dl4j.stock;
