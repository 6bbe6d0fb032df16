package vn.dancu.bus.desk.console.session;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the provider signed in: the account and roles that the settings read from the ID token. */
final class ProviderAccount implements OidcUser, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<GrantedAuthority> roles;
    private final OidcIdToken token;

    ProviderAccount(String name, List<GrantedAuthority> roles, OidcIdToken token) {
        this.name = name;
        this.roles = List.copyOf(roles);
        this.token = token;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }

    @Override
    public String toString() {
        return name;
    }
}
