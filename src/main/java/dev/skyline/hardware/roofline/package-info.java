/** Latency as data sheets bound it: arithmetic or memory traffic, whichever takes longer, and an overhead. */
package dev.skyline.hardware.roofline;
