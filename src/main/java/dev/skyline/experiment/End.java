package dev.skyline.experiment;

/**
 * Why something ended.
 *
 * @param reason upper-camel code for programs: {@code MaxTrialsReached}
 * @param message for people
 */
public record End(String reason, String message) {

    public End {
        if (!reason.matches("[A-Z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("a reason is an upper-camel code, not '" + reason + "'");
        }
    }
}
