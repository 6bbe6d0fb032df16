package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpiringItem.Kind;
import vn.dancu.bus.expiry.ExpirySource;

/**
 * When the keys of issuers end that lie in a file: by the certificate of a key ({@code x5c}), or by its {@code exp}. An issuer with an
 * address renews its keys there by itself.
 */
record IssuerExpiries(AccountSettings settings) implements ExpirySource {

    @Override
    public List<ExpiringItem> items() {
        return settings.issuers().entrySet().stream()
                .filter(each -> each.getValue().hasKeyFile())
                .flatMap(IssuerExpiries::items)
                .toList();
    }

    private static Stream<ExpiringItem> items(Map.Entry<String, Issuer> each) {
        String use = "dancu.citizen.issuers." + each.getKey() + ".jwks";
        try {
            return new KeySetReader(each.getValue(), null)
                    .read().getKeys().stream().flatMap(key -> item(use, key).stream());
        } catch (IOException e) {
            return Stream.of(ExpiringItem.unreadable(Kind.TRUST, use));
        }
    }

    private static Optional<ExpiringItem> item(String use, JWK key) {
        List<X509Certificate> chain = key.getParsedX509CertChain();
        if (chain != null && !chain.isEmpty()) {
            return Optional.of(ExpiringItem.of(Kind.TRUST, use, chain.get(0)));
        }
        return key.toJSONObject().get("exp") instanceof Number end
                ? Optional.of(new ExpiringItem(
                        "trust/" + use + "/" + key.getKeyID(),
                        Kind.TRUST,
                        null,
                        use,
                        null,
                        null,
                        null,
                        Instant.ofEpochSecond(end.longValue())))
                : Optional.empty();
    }
}
