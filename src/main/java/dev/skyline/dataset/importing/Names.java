package dev.skyline.dataset.importing;

/** Names of classes and columns that come from a file. */
final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    static void require(String where, String kind, String name) {
        if (name.isBlank()) {
            throw InvalidDataset.at(where, "the " + kind + " has no name");
        }
        if (name.length() > LONGEST) {
            throw InvalidDataset.at(where, "the " + kind + "'s name has more than " + LONGEST + " characters");
        }
        // A database refuses NUL, and the others would upset whoever shows the name.
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidDataset.at(where, "the " + kind + "'s name holds a control character");
        }
    }
}
