package dev.skyline.config.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on start, in a few lines, why the service does not start without protection, and what to do. */
final class SecurityFailureAnalyzer extends AbstractFailureAnalyzer<InsecureSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InsecureSettings cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
    }
}
