/**
 * The pages. Controllers here choose a template and refuse addresses of what is not there; everything that a page shows
 * its modules fetch from the public API, so whatever the pages can do, any client can.
 */
package dev.skyline.dashboard;
