/**
 * The layers a training graph is built of. They compute what DL4J's own layers compute, several times faster:
 * convolutions go to oneDNN, the rest runs as plain loops over whole samples, which the JVM vectorises.
 */
package dev.skyline.dl4j.layer;
