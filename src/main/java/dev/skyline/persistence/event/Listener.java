package dev.skyline.persistence.event;

import dev.skyline.persistence.DatabaseAccess;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A connection that listens. */
record Listener(Connection connection) implements AutoCloseable {

    private static final int WAIT_MILLIS = 10_000;
    private static final int ALIVE_SECONDS = 5;

    static Listener open(DatabaseAccess access) throws SQLException {
        Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + EventDocument.CHANNEL);
            return new Listener(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Waits for notifications, up to {@value #WAIT_MILLIS} ms.
     *
     * @throws SQLException where the connection is dead; a silent one is asked
     */
    List<PGNotification> await() throws SQLException {
        PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (notifications != null && notifications.length > 0) {
            return List.of(notifications);
        }
        if (!connection.isValid(ALIVE_SECONDS)) {
            throw new SQLException("the database does not answer");
        }
        return List.of();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
