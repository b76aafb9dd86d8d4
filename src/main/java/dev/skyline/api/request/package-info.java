/**
 * Reading requests strictly: what is unknown, of a wrong type or out of range is refused, everything at once and each
 * with its place and what is valid there.
 */
package dev.skyline.api.request;
