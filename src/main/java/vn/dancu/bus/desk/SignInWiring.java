package vn.dancu.bus.desk;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Acts;

/** Who signs in at the desk. */
@Configuration(proxyBeanMethods = false)
class SignInWiring {

    private static final Logger LOGGER = LoggerFactory.getLogger(SignInWiring.class);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** The lowest strength of bcrypt: these passwords are public or stand in the settings in clear. */
    private static final int BCRYPT_STRENGTH = 4;

    @Bean
    SignInMethods waysToSignIn(
            DeskSettings settings,
            Environment environment,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        if (!settings.users().isEmpty() && !isForTrial(environment)) {
            throw new IllegalArgumentException("dancu.desk.users must be empty outside the sandbox, unless"
                    + " server.address is loopback: sign in through dancu.desk.oidc");
        }
        Set<String> names =
                settings.users().stream().map(DeskSettings.User::name).collect(Collectors.toSet());
        SignInRecords records = new SignInRecords(acts, transactions, names, clock);
        AuthenticationProvider passwords = settings.users().isEmpty() ? null : passwords(settings);
        AuthenticationProvider tokens = tokens(settings.oidc(), clock);
        if (passwords == null && tokens == null) {
            LOGGER.warn("Nobody can sign in at the desk: dancu.desk.oidc is not set");
        }
        return new SignInMethods(watched(passwords, records, clock), watched(tokens, records, clock));
    }

    /** Accounts with passwords in the settings are allowed in the sandbox or on loopback only. */
    private static boolean isForTrial(Environment environment) {
        String address = environment.getProperty("server.address", "");
        return environment.acceptsProfiles(Profiles.of("sandbox")) || LOOPBACK.contains(address);
    }

    private static @Nullable AuthenticationProvider watched(
            @Nullable AuthenticationProvider way, SignInRecords records, Clock clock) {
        return way == null ? null : new WatchedSignIn(way, records, clock);
    }

    private static @Nullable AuthenticationProvider tokens(DeskSettings.Oidc oidc, Clock clock) {
        URI issuer = oidc.issuer();
        String audience = oidc.audience();
        if (issuer == null || audience == null) {
            return null;
        }
        var provider = new JwtAuthenticationProvider(OidcTokens.decoder(issuer, audience, oidc.jwks(), clock));
        provider.setJwtAuthenticationConverter(new OidcAccounts(oidc.accountClaim(), oidc.rolesClaim()));
        return provider;
    }

    private static AuthenticationProvider passwords(DeskSettings settings) {
        PasswordEncoder encoder = new BCryptPasswordEncoder(BCRYPT_STRENGTH);
        List<UserDetails> users = settings.users().stream()
                .map(user -> User.withUsername(user.name())
                        .password(encoder.encode(user.password()))
                        .roles(user.roles().toArray(String[]::new))
                        .build())
                .toList();
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(users));
        provider.setPasswordEncoder(encoder);
        return provider;
    }
}
