/** The pages and their modules in a real browser. Skipped where there is no Chromium. */
package dev.skyline.dashboard;
