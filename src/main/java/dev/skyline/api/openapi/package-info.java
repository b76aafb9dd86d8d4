/** The description of the API for programs, made from the controllers, the examples and the problem types. */
package dev.skyline.api.openapi;
