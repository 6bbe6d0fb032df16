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

/** The account and its roles in the claims of a token that is right. Names that differ only in case are one account. */
public final class OidcAccounts implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String accountClaim;
    private final String rolesClaim;

    public OidcAccounts(String accountClaim, String rolesClaim) {
        this.accountClaim = accountClaim;
        this.rolesClaim = rolesClaim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, roles(token.getClaims()), account(token.getClaims()));
    }

    /** @throws InvalidBearerTokenException when the claims name no account of a person */
    public String account(Map<String, Object> claims) {
        Object name = claim(claims, accountClaim);
        String account = name instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        if (!ActingAs.isPerson(account)) {
            throw new InvalidBearerTokenException("The token names no account");
        }
        return account;
    }

    /** Roles of people that the claims list; what else stands there is left out. */
    public List<GrantedAuthority> roles(Map<String, Object> claims) {
        Object found = claim(claims, rolesClaim);
        Collection<?> codes = found instanceof Collection<?> many ? many : List.of();
        return codes.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(code -> ActingAs.roleOfPeople(code).isPresent())
                .<GrantedAuthority>map(code -> new SimpleGrantedAuthority(ActingAs.ROLE_PREFIX + code))
                .toList();
    }

    /**
     * The claim of that name, whatever is in the name: identity providers name claims by addresses ({@code https://x.vn/roles}).
     * Where there is none, a dot leads into a nested claim, whose own name may have dots too.
     */
    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        for (int dot = name.indexOf('.'); whole == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (claims.get(name.substring(0, dot)) instanceof Map<?, ?> nested) {
                whole = claim(nested, name.substring(dot + 1));
            }
        }
        return whole;
    }
}
