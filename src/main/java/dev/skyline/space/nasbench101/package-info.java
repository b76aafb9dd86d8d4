/**
 * The space of NAS-Bench-101 (Ying et al. 2019): small directed graphs of operations, told apart up to isomorphism, and
 * stacked in a fixed skeleton. {@code Wirings} holds all of them.
 */
package dev.skyline.space.nasbench101;
