/** Search spaces that were stored, as rows. */
package dev.skyline.persistence.space;
