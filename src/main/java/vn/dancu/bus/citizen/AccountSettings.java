package vn.dancu.bus.citizen;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whose tokens prove who a citizen is at the portal's door ({@code /api/v1/me}); without an issuer that door is closed.
 *
 * @param issuers by a name of our own, which stands in records
 * @param level the least level of assurance of an account, 1 to 4, by the {@code levels} of its issuer
 * @param addressLevels the same for single addresses, by the first part of the path after {@code /api/v1/me/}, such as {@code
 *     consents}
 * @param requestsPerMinute how many requests an instance takes for one citizen in a minute, over all addresses and portals
 */
@ConfigurationProperties("dancu.citizen")
public record AccountSettings(
        @DefaultValue Map<String, Issuer> issuers,
        @DefaultValue("1") int level,
        @DefaultValue Map<String, Integer> addressLevels,
        @DefaultValue("120") int requestsPerMinute) {

    private static final int MAX_LEVEL = 4;
    private static final int MAX_REQUESTS = 100_000;

    public AccountSettings {
        issuers = Map.copyOf(issuers);
        addressLevels = Map.copyOf(addressLevels);
        require(isLevel(level), "level", "1 to 4");
        require(
                requestsPerMinute > 0 && requestsPerMinute <= MAX_REQUESTS,
                "requests-per-minute",
                "1 to " + MAX_REQUESTS);
        addressLevels.forEach(
                (address, least) -> require(isLevel(least), "address-levels." + address, "a level, 1 to 4"));
        issuers.forEach((name, issuer) -> {
            String key = "issuers." + name + ".";
            require(name.matches("[a-z][a-z0-9-]{0,39}"), "issuers." + name, "named by up to 40 of [a-z0-9-]");
            issuer.check(key);
        });
        Set<URI> distinct = issuers.values().stream().map(Issuer::issuer).collect(Collectors.toSet());
        require(distinct.size() == issuers.size(), "issuers", "different in their issuer: iss chooses among them");
    }

    /** The least level at the address of that first part of the path. */
    public int levelAt(String address) {
        return addressLevels.getOrDefault(address, level);
    }

    /**
     * An issuer of tokens by OpenID Connect.
     *
     * @param kind which accounts it has
     * @param issuer exactly as {@code iss} has it
     * @param jwks where its keys are: an https address, http on loopback, or {@code file:/…}
     * @param audiences by the id of a partner: for which clients ({@code aud}) tokens are issued that this partner may show; a
     *     partner that stands at no issuer may not use the door
     * @param algorithms by which its tokens are signed; never {@code none}, never by a shared secret
     * @param clockSkew by how much its clock may differ from ours
     * @param maxAge how long after {@code iat} a token is taken, even if its {@code exp} is later
     * @param levelClaim the claim with the level of assurance of the account or of the sign-in
     * @param levels which value of that claim is which level, 1 to 4; another value is none
     * @param mendLink where a citizen has an account mended that does not agree with the register
     */
    public record Issuer(
            Proof.Kind kind,
            URI issuer,
            URI jwks,
            Map<String, List<String>> audiences,
            @DefaultValue("RS256") Set<String> algorithms,
            @DefaultValue("30s") Duration clockSkew,
            @DefaultValue("1h") Duration maxAge,
            @DefaultValue("acr") String levelClaim,
            @Nullable Map<String, Integer> levels,
            @Nullable URI mendLink,
            @DefaultValue Claims claims,
            @DefaultValue Keys keys) {

        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        public Issuer {
            audiences = Map.copyOf(audiences);
            algorithms = Set.copyOf(algorithms);
            levels = levels == null ? Map.of("LoA1", 1, "LoA2", 2, "LoA3", 3) : Map.copyOf(levels);
        }

        /** Whether the keys lie in a file and not at an address. */
        public boolean hasKeyFile() {
            return "file".equals(jwks.getScheme());
        }

        @Override
        public Map<String, Integer> levels() {
            return Objects.requireNonNull(levels);
        }

        private void check(String key) {
            require(kind != Proof.Kind.SUBSCRIBER, key + "kind", "portal-account or eid-account");
            require(issuer.isAbsolute(), key + "issuer", "an absolute address, as iss has it");
            require(
                    hasKeyFile() && jwks.getPath() != null || isTrustworthy(jwks),
                    key + "jwks",
                    "an https address, http on loopback, or file:/...");
            require(!audiences.isEmpty(), key + "audiences", "given: the clients of at least one partner");
            audiences.forEach((partner, clients) -> require(
                    !clients.isEmpty() && clients.stream().noneMatch(String::isBlank),
                    key + "audiences." + partner,
                    "one or more values of aud"));
            require(!algorithms.isEmpty(), key + "algorithms", "one or more");
            algorithms.forEach(one -> require(
                    JWSAlgorithm.Family.RSA.contains(new JWSAlgorithm(one))
                            || JWSAlgorithm.Family.EC.contains(new JWSAlgorithm(one)) && !"ES256K".equals(one),
                    key + "algorithms",
                    "of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512"));
            require(isBetween(clockSkew, Duration.ZERO, Duration.ofMinutes(5)), key + "clock-skew", "0s to 5m");
            require(isBetween(maxAge, Duration.ofMinutes(1), Duration.ofHours(24)), key + "max-age", "1m to 24h");
            levels().forEach((value, level) -> require(isLevel(level), key + "levels." + value, "a level, 1 to 4"));
            require(mendLink == null || isTrustworthy(mendLink), key + "mend-link", "an https address");
            claims.check(key + "claims.");
            keys.check(key + "keys.");
        }

        private static boolean isTrustworthy(URI address) {
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && LOOPBACK.contains(host));
        }
    }

    /**
     * Where the person stands in a token.
     *
     * @param number the personal identification number, 12 digits
     * @param name the full name
     * @param birthDate the birth date, or the year alone
     * @param birthDateForm {@code yyyyMMdd}, {@code yyyy-MM-dd} or {@code dd/MM/yyyy}
     * @param accountType the kind of account; empty where tokens have no such claim
     * @param personTypes the kinds of account that a person has; another one, such as an organisation's, is refused
     */
    public record Claims(
            @DefaultValue("SoDinhDanh") String number,
            @DefaultValue("HoVaTen") String name,
            @DefaultValue("NgayThangNamSinh") String birthDate,
            @DefaultValue("yyyyMMdd") String birthDateForm,
            @DefaultValue("LoaiTaiKhoan") String accountType,
            @DefaultValue("1") Set<String> personTypes) {

        private static final Set<String> FORMS = Set.of("yyyyMMdd", "yyyy-MM-dd", "dd/MM/yyyy");

        private void check(String key) {
            require(!number.isBlank(), key + "number", "the name of a claim");
            require(!name.isBlank(), key + "name", "the name of a claim");
            require(!birthDate.isBlank(), key + "birth-date", "the name of a claim");
            require(FORMS.contains(birthDateForm), key + "birth-date-form", "yyyyMMdd, yyyy-MM-dd or dd/MM/yyyy");
            require(
                    accountType.isEmpty() || !personTypes.isEmpty(),
                    key + "person-types",
                    "given with " + key + "account-type");
        }
    }

    /**
     * How the keys of an issuer are read. A token of an unknown key has them read anew, at most every {@code minPause}.
     *
     * @param cache how long they are used before they are read again
     * @param outage how long they are used beyond that while they cannot be read
     * @param minPause between two attempts to read them
     * @param connectTimeout how long a connection may take
     * @param readTimeout how long the issuer may be silent
     * @param maxSize of the document
     * @param proxy as {@code http://host:port}; the machine's own where it is not set
     * @param sslBundle the name of a bundle of {@code spring.ssl.bundle}; the machine's trust anchors where it is not set
     */
    public record Keys(
            @DefaultValue("5m") Duration cache,
            @DefaultValue("1h") Duration outage,
            @DefaultValue("5s") Duration minPause,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("2s") Duration readTimeout,
            @DefaultValue("256KB") DataSize maxSize,
            @Nullable URI proxy,
            @Nullable String sslBundle) {

        private void check(String key) {
            require(isBetween(cache, Duration.ofSeconds(1), Duration.ofHours(24)), key + "cache", "1s to 24h");
            require(isBetween(outage, Duration.ZERO, Duration.ofDays(7)), key + "outage", "0s to 7d");
            require(
                    isBetween(minPause, Duration.ofMillis(100), Duration.ofMinutes(5)),
                    key + "min-pause",
                    "100ms to 5m");
            Duration least = Duration.ofMillis(100);
            Duration most = Duration.ofSeconds(30);
            require(isBetween(connectTimeout, least, most), key + "connect-timeout", "100ms to 30s");
            require(isBetween(readTimeout, least, most), key + "read-timeout", "100ms to 30s");
            require(maxSize.toBytes() >= 1024 && maxSize.toMegabytes() <= 4, key + "max-size", "1KB to 4MB");
            require(
                    proxy == null || "http".equals(proxy.getScheme()) && proxy.getHost() != null && proxy.getPort() > 0,
                    key + "proxy",
                    "http://host:port");
        }
    }

    private static boolean isLevel(int level) {
        return level >= 1 && level <= MAX_LEVEL;
    }

    private static boolean isBetween(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.citizen." + key + " must be " + rule);
        }
    }
}
