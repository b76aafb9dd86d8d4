/**
 * Who may do what: bearer tokens with roles, or, without tokens, this machine alone and no foreign web page. Nothing here
 * logs a token.
 */
package dev.skyline.config.security;
