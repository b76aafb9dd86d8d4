package dev.skyline.dataset.importing;

/** Numbers as CSV files write them: decimal, with a point, perhaps with an exponent. */
final class Numbers {

    private static final int EXACT_DIGITS = 7;

    private Numbers() {}

    static boolean isNumber(String text) {
        try {
            parse(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** @throws NumberFormatException with a reason for people if this is no finite 32-bit number */
    static float parse(String text) {
        if (text.isEmpty()) {
            throw new NumberFormatException("the value is missing");
        }
        boolean digitsOnly = text.length() <= EXACT_DIGITS;
        int whole = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            // Java's own parser would take 0x1p3, 1f and NaN too.
            if (!digit && ".-+eE".indexOf(c) < 0) {
                throw notFinite(text);
            }
            digitsOnly &= digit;
            whole = 10 * whole + c - '0';
        }
        return digitsOnly ? whole : parseDecimal(text);
    }

    private static float parseDecimal(String text) {
        float number;
        try {
            number = Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw notFinite(text);
        }
        if (Float.isInfinite(number)) {
            throw new NumberFormatException(text + " is beyond what 32 bits hold");
        }
        // There is one zero.
        return number + 0f;
    }

    private static NumberFormatException notFinite(String text) {
        return new NumberFormatException("'" + text + "' is not a finite number");
    }
}
