/** Experiments, trials and learning curves as rows: the ports that keep them, and the views that list them. */
package dev.skyline.persistence.experiment;
