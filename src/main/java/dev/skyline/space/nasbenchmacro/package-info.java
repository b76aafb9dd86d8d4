/** The space of NAS-Bench-Macro (Su et al. 2021): what each of eight layers in three stages does. */
package dev.skyline.space.nasbenchmacro;
