/** Which requests have been answered, so that a repeated one creates nothing. */
package dev.skyline.persistence.idempotency;
