package dev.skyline.config.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on start why the service refuses the settings of its protection, and what to do. */
final class SecurityFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

    private static final String ACTION = "Set SKYLINE_SECURITY_TOKENS=name:researcher:$(openssl rand -hex 24)"
            + " (roles are viewer, researcher and agent; several tokens are separated by commas)";

    @Override
    protected FailureAnalysis analyze(Throwable root, RuntimeException cause) {
        if (cause instanceof UnprotectedAddress) {
            return new FailureAnalysis(
                    cause.getMessage() + ".", ACTION + ", or leave server.address at 127.0.0.1.", cause);
        }
        if (cause instanceof InvalidTokens) {
            return new FailureAnalysis(
                    TokenSettings.PROPERTY + " cannot be used: " + cause.getMessage() + ".", ACTION + ".", cause);
        }
        return null;
    }
}
