/** Creating calls that may be repeated: the client names each with a key. */
package dev.skyline.api.idempotency;
