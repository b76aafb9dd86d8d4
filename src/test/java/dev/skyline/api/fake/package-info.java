/** The core's ports in memory, and one small search in them that every example of the API is taken from. */
package dev.skyline.api.fake;
