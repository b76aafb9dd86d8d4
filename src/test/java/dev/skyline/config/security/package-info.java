/** Access, tried over a real connection: what filters and the web server refuse no controller ever sees. */
package dev.skyline.config.security;
