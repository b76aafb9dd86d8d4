package dev.skyline.persistence;

/** How to reach a database. */
public record DatabaseAccess(String url, String user, String password) {

    public DatabaseAccess {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "Skyline keeps its data in PostgreSQL: the database's URL must begin with"
                            + " jdbc:postgresql:, not be " + url);
        }
    }

    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
