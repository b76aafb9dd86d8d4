package dev.skyline.config.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs in whoever shows a token in the place of a password. */
final class TokenAuthentication implements AuthenticationProvider {

    private final AccessTokens tokens;

    TokenAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        return tokens.find(String.valueOf(authentication.getCredentials()))
                .map(HolderToken::new)
                .orElseThrow(() -> new BadCredentialsException("the token is not known here"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
