/** How requests reach the API: filters, the web server's own answers, JSON and uploads. */
package dev.skyline.config.web;
