/**
 * Strategies that sample architectures from a policy, decision by decision, and make by policy gradients more likely what
 * was rewarded.
 */
package dev.skyline.strategy.policy;
