package dev.skyline.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a settings record: {@code int}, {@code long}, {@code double}, {@code boolean},
 * {@code String}, an enum, a {@code List} of {@code Integer}, {@code Double} or {@code String}, or a {@code Map}: a document.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What it does, for people. */
    String about();

    /** The default as text; lists separated by commas, enums in lower-case with hyphens; without meaning for documents. */
    String value();

    /** Unit of the value, where it has one. */
    String unit() default "";

    /** Least value; of each element, for lists. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest value; of each element, for lists. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether a list may hold a value twice, as a shape does; most are sets. */
    boolean repeats() default false;

    /** Valid texts; any, where empty. */
    String[] choices() default {};

    /** Of which type the document is, where it is one. */
    Class<? extends DocumentType> document() default DocumentType.class;
}
