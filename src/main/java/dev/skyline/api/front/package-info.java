/** What a search has found, in two metrics, and how it came to it. */
package dev.skyline.api.front;
