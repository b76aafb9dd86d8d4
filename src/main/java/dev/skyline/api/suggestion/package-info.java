/** Ask and tell: trials for trainers outside of this service, and what came of them. */
package dev.skyline.api.suggestion;
