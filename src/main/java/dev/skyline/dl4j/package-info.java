/**
 * Training: a network becomes a DL4J computation graph, is trained by mini-batches and gives its weights back. With its
 * sub-packages the only home of DL4J and ND4J.
 */
package dev.skyline.dl4j;
