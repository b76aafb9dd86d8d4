/** How good an architecture is, and what finding that out costs: the estimator port and what it reports. */
package dev.skyline.estimator;
