/** Search strategies: what to try next, as a function of everything recorded so far and the seed. */
package dev.skyline.strategy;
