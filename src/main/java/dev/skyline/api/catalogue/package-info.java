/** What there is to choose from: plug-ins with the schemas of their settings, and metrics. */
package dev.skyline.api.catalogue;
