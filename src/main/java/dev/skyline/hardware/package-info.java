/** Devices for which cost is measured or modelled: the hardware target port and the models behind it. */
package dev.skyline.hardware;
