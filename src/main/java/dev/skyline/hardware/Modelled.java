package dev.skyline.hardware;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the settings of a kind that makes {@linkplain ModelledTarget modelled targets}, for who has not made one yet. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Modelled {

    /** What the CSV is that such a target is made of, with its columns, for people; empty for one of settings alone. */
    String data() default "";
}
