/** Events of experiments as they happen, as server-sent events. */
package dev.skyline.api.event;
