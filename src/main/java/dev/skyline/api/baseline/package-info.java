/** Models from elsewhere that an experiment is compared with, over HTTP. */
package dev.skyline.api.baseline;
