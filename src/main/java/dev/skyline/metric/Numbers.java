package dev.skyline.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people write them. */
final class Numbers {

    static final int DIGITS = 6;

    private Numbers() {}

    /** The nearest number of {@value #DIGITS} significant digits in the direction of the mode. */
    static double rounded(double value, RoundingMode mode) {
        return new BigDecimal(Double.toString(value))
                .round(new MathContext(DIGITS, mode))
                .doubleValue();
    }

    /** 200000, not 200000.0 or 2.0E5. */
    static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
