package dev.skyline.persistence.embedded;

import dev.skyline.persistence.DataDirectory;
import dev.skyline.persistence.DatabaseAccess;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;

/** A process that holds a data directory and commits numbers to its database, one after the other, until it is killed. */
final class HoldsDatabase {

    private HoldsDatabase() {}

    /** Writes each number to standard output once it is committed. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(DataDirectory.claim(Path.of(arguments[0])));
        DatabaseAccess access = server.access();
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into number values (?)")) {
            statement.execute("create table if not exists number (n integer)");
            for (int n = 1; ; n++) {
                insert.setInt(1, n);
                insert.executeUpdate();
                output.println("committed " + n);
            }
        }
    }

    /** Starts one, in a JVM of its own. */
    static Process start(Path directory) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsDatabase.class.getName(),
                        directory.toString()))
                .redirectErrorStream(true)
                .start();
    }

    /** Reads on until a line matches. */
    static String awaitLine(BufferedReader output, String pattern) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches(pattern)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("no line matched " + pattern + ":\n" + seen);
    }
}
