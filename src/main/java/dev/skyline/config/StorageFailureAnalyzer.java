package dev.skyline.config;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.skyline.persistence.DataDirectoryInUse;
import dev.skyline.persistence.embedded.PostgresFailed;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a few lines, instead of a stack trace, why the service cannot start on its data. */
class StorageFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataDirectoryInUse || cause instanceof PostgresFailed) {
                return new FailureAnalysis(sentence(cause), null, cause);
            }
            if (cause instanceof PoolInitializationException) {
                return new FailureAnalysis(
                        "The database cannot be reached: " + cause.getCause(),
                        "Check SKYLINE_DB_URL, SKYLINE_DB_USER and SKYLINE_DB_PASSWORD, and that the server is up; or"
                                + " set none of them and use the embedded PostgreSQL.",
                        cause);
            }
        }
        return null;
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage();
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
