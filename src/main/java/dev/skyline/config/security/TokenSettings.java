package dev.skyline.config.security;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code skyline.security.tokens}: a list of {@code {name, role, token}}, or one text {@code
 * name:role:token,name:role:token}. Everything is bound as text first, since the framework prints values that it cannot
 * bind.
 */
final class TokenSettings {

    static final String PROPERTY = "skyline.security.tokens";

    static final String HOW_TO = "Set SKYLINE_SECURITY_TOKENS=name:researcher:$(openssl rand -hex 24)"
            + " (roles are viewer, researcher and agent; several tokens are separated by commas)";

    private TokenSettings() {}

    record Entry(
            @DefaultValue("") String name,
            @DefaultValue("") String role,
            @DefaultValue("") String token) {}

    /**
     * @throws InvalidTokens where they make no sense
     */
    static List<AccessToken> read(Environment environment) {
        Binder binder = Binder.get(environment);
        List<AccessToken> tokens = binder.bind(PROPERTY, Bindable.of(String.class))
                .map(TokenSettings::parse)
                .orElseGet(() -> binder.bind(PROPERTY, Bindable.listOf(Entry.class)).orElse(List.of()).stream()
                        .map(entry -> AccessToken.of(entry.name(), entry.role(), entry.token()))
                        .toList());
        Set<String> secrets = new HashSet<>();
        for (AccessToken token : tokens) {
            if (!secrets.add(token.token())) {
                throw new InvalidTokens("the token of " + token.name() + " is also somebody else's");
            }
        }
        return tokens;
    }

    private static List<AccessToken> parse(String text) {
        return Arrays.stream(text.split(","))
                .filter(part -> !part.isBlank())
                .map(AccessToken::parse)
                .toList();
    }
}
