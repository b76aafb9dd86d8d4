/**
 * What the API answers when it cannot do what was asked: RFC 9457 problem details with stable types, whoever refused
 * the request — a controller, a filter or the web server itself.
 */
package dev.skyline.api.problem;
