package vn.dancu.bus.desk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may administer the bus.
 *
 * @param users accounts with a password each; refused outside the sandbox unless the bus listens on loopback alone
 * @param oidc the identity provider that signs people in
 * @param sessions how long somebody stays signed in at the console
 */
@ConfigurationProperties("dancu.desk")
public record DeskSettings(@DefaultValue List<User> users, @DefaultValue Oidc oidc, @DefaultValue Sessions sessions) {

    public DeskSettings {
        users = List.copyOf(users);
        if (users.stream().map(User::name).distinct().count() < users.size()) {
            throw new IllegalArgumentException("dancu.desk.users must not name an account twice");
        }
    }

    /**
     * One account.
     *
     * @param name as in {@link vn.dancu.bus.kernel.Actor}
     * @param password in clear: everybody knows those of the sandbox
     * @param roles codes of the roles that people have
     */
    public record User(String name, String password, List<String> roles) {

        public User {
            roles = List.copyOf(roles);
            if (!ActingAs.isPerson(name)) {
                throw new IllegalArgumentException("dancu.desk.users: a name is 2 to 64 of [a-z0-9._@-]");
            }
            if (password.isBlank()) {
                throw new IllegalArgumentException("dancu.desk.users: " + name + " must have a password");
            }
            if (roles.isEmpty()
                    || !roles.stream()
                            .allMatch(role -> ActingAs.roleOfPeople(role).isPresent())) {
                throw new IllegalArgumentException("dancu.desk.users: " + name + " must have roles of the desk");
            }
        }

        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    /**
     * An identity provider by OpenID Connect. Its access tokens are JWTs signed by RS256 or ES256.
     *
     * @param issuer the provider, exactly as {@code iss} names it; https, or http on loopback. Without it nobody signs
     *     in by token
     * @param jwks where its keys are; without it they are taken from the provider's discovery document
     * @param audience what {@code aud} must name; required with an issuer, and known to no other application
     * @param rolesClaim the claim that lists the role codes, by its whole name; where there is none, dots lead into nested claims
     *     ({@code realm_access.roles})
     * @param accountClaim the claim that names the account; whoever can change it can be two persons, so take {@code
     *     sub} where the provider lets people rename themselves
     * @param clientId by which the provider knows the console; without it nobody signs in at the console by the provider.
     *     The provider must know the address {@code <dancu.http.public-address>/desk/sign-in/callback}, and put account and
     *     roles into the ID token
     * @param clientSecret of a confidential client; without it the console proves itself by PKCE alone
     */
    public record Oidc(
            @Nullable URI issuer,
            @Nullable URI jwks,
            @Nullable String audience,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("preferred_username") String accountClaim,
            @Nullable String clientId,
            @Nullable String clientSecret) {

        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        public Oidc {
            require(issuer == null || isTrustworthy(issuer), "issuer", "an https address, or http on loopback");
            require(jwks == null || isTrustworthy(jwks), "jwks", "an https address, or http on loopback");
            require(issuer != null || jwks == null && audience == null, "issuer", "given with jwks and audience");
            require(issuer == null || audience != null && !audience.isBlank(), "audience", "given with an issuer");
            require(!rolesClaim.isBlank(), "roles-claim", "the name of a claim");
            require(!accountClaim.isBlank(), "account-claim", "the name of a claim");
            require(clientId == null || issuer != null && !clientId.isBlank(), "client-id", "given with an issuer");
            require(clientSecret == null || clientId != null, "client-secret", "given with client-id");
        }

        static boolean isTrustworthy(URI address) {
            String host = address.getHost();
            boolean loopback = host != null && LOOPBACK.contains(host);
            return host != null
                    && address.getFragment() == null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && loopback);
        }

        @Override
        public String toString() {
            return "Oidc[" + issuer + "]";
        }

        private static void require(boolean holds, String key, String rule) {
            if (!holds) {
                throw new IllegalArgumentException("dancu.desk.oidc." + key + " must be " + rule);
            }
        }
    }

    /**
     * Sessions of the console.
     *
     * @param idle after how long without an action somebody is signed out; a page that refreshes itself is no action
     * @param lifetime after how long somebody signs in anew, whatever they do
     */
    public record Sessions(@DefaultValue("30m") Duration idle, @DefaultValue("10h") Duration lifetime) {

        public Sessions {
            if (idle.compareTo(Duration.ofMinutes(1)) < 0 || idle.compareTo(lifetime) > 0) {
                throw new IllegalArgumentException("dancu.desk.sessions.idle must be 1 minute to sessions.lifetime");
            }
            if (lifetime.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException("dancu.desk.sessions.lifetime must be at most 24 hours");
            }
        }
    }
}
