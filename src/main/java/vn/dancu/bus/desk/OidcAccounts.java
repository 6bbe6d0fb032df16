package vn.dancu.bus.desk;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The account and its roles in a token that is right. Names that differ only in case are one account. */
final class OidcAccounts implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String accountClaim;
    private final List<String> rolesPath;

    OidcAccounts(String accountClaim, String rolesClaim) {
        this.accountClaim = accountClaim;
        this.rolesPath = List.of(rolesClaim.split("\\."));
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Object name = token.getClaims().get(accountClaim);
        String account = name instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        if (!ActingAs.isPerson(account)) {
            throw new InvalidBearerTokenException("The token names no account");
        }
        return new JwtAuthenticationToken(token, roles(token), account);
    }

    private List<GrantedAuthority> roles(Jwt token) {
        Object found = token.getClaims();
        for (String step : rolesPath) {
            found = member(found, step);
        }
        Collection<?> codes = found instanceof Collection<?> many ? many : List.of();
        return codes.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(code -> ActingAs.roleOfPeople(code).isPresent())
                .<GrantedAuthority>map(code -> new SimpleGrantedAuthority(ActingAs.ROLE_PREFIX + code))
                .toList();
    }

    private static @Nullable Object member(@Nullable Object from, String name) {
        return from instanceof Map<?, ?> map ? map.get(name) : null;
    }
}
