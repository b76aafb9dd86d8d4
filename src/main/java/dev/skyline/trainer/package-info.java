/**
 * Trains and measures in long-lived child processes, so that a native crash costs one trial and not the service, and
 * so that measurements and trainings do not disturb each other. The service itself loads no native library.
 */
package dev.skyline.trainer;
