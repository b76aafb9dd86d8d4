/**
 * Search spaces, strategies, estimators and hardware targets are plug-ins: an id, a record of typed settings that
 * describes itself as JSON Schema, and a factory. Unknown names and wrong settings are refused with what is valid.
 */
package dev.skyline.plugin;
