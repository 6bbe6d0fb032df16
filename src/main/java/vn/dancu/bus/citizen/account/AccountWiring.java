package vn.dancu.bus.citizen.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.trust.TlsContexts;

@Configuration(proxyBeanMethods = false)
class AccountWiring {

    private static final Duration CLEANING = Duration.ofMinutes(5);

    @Bean
    IssuerTrust citizenIssuerTrust(SslBundles bundles, TlsContexts contexts) {
        return new IssuerTrust(bundles, contexts);
    }

    @Bean
    JdbcTokenUses citizenTokenUses(JdbcClient jdbc, Clock clock) {
        return new JdbcTokenUses(jdbc, clock);
    }

    @Bean
    SchedulingConfigurer citizenTokenCleaning(JdbcTokenUses uses) {
        return tasks -> tasks.addFixedDelayTask(uses::forgetExpired, CLEANING);
    }

    @Bean
    ConnectionSource citizenIssuerConnections(AccountSettings settings, IssuerTrust trust) {
        return new IssuerConnections(settings, trust);
    }

    @Bean
    ExpirySource citizenIssuerExpiries(AccountSettings settings) {
        return new IssuerExpiries(settings);
    }

    @Bean
    CitizenAccounts citizenAccounts(
            AccountSettings settings, IssuerTrust trust, TokenUses uses, PopulationRegister register, Clock clock) {
        Map<String, AccountVerifier.KnownIssuer> issuers = new HashMap<>();
        settings.issuers().forEach((name, issuer) -> {
            issuer.audiences().keySet().forEach(partner -> requirePartner(name, partner));
            KeySetReader reader = new KeySetReader(issuer, trust.contextOf(issuer));
            requireReadable(name, issuer, reader);
            IssuerKeys keys = new IssuerKeys(name, reader, issuer.keys(), clock);
            issuers.put(
                    issuer.issuer().toString(),
                    new AccountVerifier.KnownIssuer(issuer, new IssuerTokens(name, issuer, keys, clock)));
        });
        return new AccountVerifier(issuers, uses, new RegisterMatch(register));
    }

    private static void requirePartner(String name, String partner) {
        if (!PartnerId.isValid(partner)) {
            throw new IllegalArgumentException(
                    "dancu.citizen.issuers." + name + ".audiences must be named by ids of partners");
        }
    }

    /** An issuer's address may be away at the start; a file of the installation may not. */
    private static void requireReadable(String name, Issuer issuer, KeySetReader reader) {
        if (!issuer.hasKeyFile()) {
            return;
        }
        try {
            reader.read();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "dancu.citizen.issuers." + name + ".jwks must be a readable key set (RFC 7517) with a public key of"
                            + " RSA, 2048 bits or more, or EC",
                    e);
        }
    }
}
