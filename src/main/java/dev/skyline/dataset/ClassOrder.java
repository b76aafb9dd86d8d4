package dev.skyline.dataset;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Order of class names, and so of class numbers: whole numbers by value, so that 2 is before 10; then the others by code point. */
final class ClassOrder implements Comparator<String> {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    @Override
    public int compare(String one, String other) {
        boolean whole = WHOLE.matcher(one).matches();
        if (whole != WHOLE.matcher(other).matches()) {
            return whole ? -1 : 1;
        }
        int byValue = whole ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
        return byValue != 0 ? byValue : one.compareTo(other);
    }
}
