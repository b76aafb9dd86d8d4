package dev.skyline.config.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.List;

/** An authenticated holder of a token; does not hold the token. */
final class HolderToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String name;

    HolderToken(AccessTokens.Holder holder) {
        super(List.of(new SimpleGrantedAuthority(holder.role().authority())));
        this.name = holder.name();
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return name;
    }
}
