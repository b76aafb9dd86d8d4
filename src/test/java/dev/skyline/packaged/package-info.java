/** The service as it is delivered: the jar, started as a user starts it, killed as only an operating system kills. */
package dev.skyline.packaged;
