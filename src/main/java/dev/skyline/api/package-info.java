/**
 * The public HTTP API under {@code /api/v1}: controllers with their request and answer records, one sub-package for
 * each kind of resource. Requests are turned into the core's values here and go no further.
 */
package dev.skyline.api;
