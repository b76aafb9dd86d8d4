/** A space of another one at several sizes of its skeleton, where the size is a decision too: compound scaling. */
package dev.skyline.space.scaling;
