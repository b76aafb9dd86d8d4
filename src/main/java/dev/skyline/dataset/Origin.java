package dev.skyline.dataset;

/** Where a data set comes from and what may be done with it, in words for people; empty where nothing was said. */
public record Origin(String source, String licence, String notes) {

    public static final int MAX_LENGTH = 2000;
    public static final Origin UNKNOWN = new Origin("", "", "");

    public Origin {
        if (source.length() > MAX_LENGTH || licence.length() > MAX_LENGTH || notes.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "source, licence and notes hold up to " + MAX_LENGTH + " characters each");
        }
    }
}
