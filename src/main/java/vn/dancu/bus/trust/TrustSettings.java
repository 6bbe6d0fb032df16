package vn.dancu.bus.trust;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.trust.revocation.RevocationRules;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

/**
 * Whom the bus trusts at the wire.
 *
 * @param revocation where revoked certificates are looked up: those that clients show in TLS, those that sign messages, and those of the other
 *     sides of outgoing connections that are named
 * @param message signatures over messages at the SOAP doors (WS-Security 1.1)
 * @param upstreams signatures over questions to services that this bus asks, by the name of {@code dancu.upstream.<name>}:
 *     {@code bundle}, {@code signers}
 */
@ConfigurationProperties("dancu.trust")
public record TrustSettings(
        @DefaultValue Revocation revocation,
        @DefaultValue Message message,
        @DefaultValue Map<String, Upstream> upstreams) {

    public TrustSettings {
        upstreams = Map.copyOf(upstreams);
    }

    /**
     * Signatures over questions to one service that this bus asks, and over its answers.
     *
     * @param bundle the SSL bundle with the key by which questions are signed; without it they leave unsigned
     * @param signers files of certificates, PEM or DER: when given, an answer counts only when one of them signed it
     */
    public record Upstream(@Nullable String bundle, @DefaultValue List<Path> signers) {

        public Upstream {
            signers = List.copyOf(signers);
        }
    }

    /**
     * Signatures over messages at the SOAP doors, of the partners that have a certificate for them.
     *
     * @param bundle the SSL bundle ({@code spring.ssl.bundle}) with the key by which answers to signed messages are signed; without it they go out
     *     unsigned
     * @param sha1Partners ids of partners whose messages may be signed by {@code rsa-sha1}, because they cannot do better
     */
    public record Message(@Nullable String bundle, @DefaultValue Set<String> sha1Partners) {

        public Message {
            sha1Partners = Set.copyOf(sha1Partners);
        }
    }

    /**
     * Where revoked certificates are looked up.
     *
     * @param source {@code none}, {@code crl} or {@code ocsp}
     * @param authorities files of the certificates of the authorities, PEM or DER: chains of clients and signers end at one of them
     * @param crls files of revocation lists, read anew when they change; one of each authority in a chain
     * @param ocspResponder the one OCSP responder that is asked; an address in a certificate is never followed
     * @param unknown what becomes of a certificate about which nothing can be learned: {@code refused} or {@code accepted}
     * @param timeout for one question to the responder, more than 0 and at most 1 minute
     * @param outgoing the SSL bundles by which the bus calls others whose certificates are looked up too; their chains end at a trusted one
     *     of the bundle
     */
    public record Revocation(
            @DefaultValue("none") Source source,
            @DefaultValue List<Path> authorities,
            @DefaultValue List<Path> crls,
            @Nullable URI ocspResponder,
            @DefaultValue("refused") Unknown unknown,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue Set<String> outgoing) {

        public Revocation {
            authorities = List.copyOf(authorities);
            crls = List.copyOf(crls);
            outgoing = Set.copyOf(outgoing);
            if (source != Source.NONE && authorities.isEmpty() && outgoing.isEmpty()) {
                throw new IllegalArgumentException(
                        "dancu.trust.revocation.authorities must name a file when revocation is looked up");
            }
            try {
                new RevocationRules(source, crls, ocspResponder, unknown, timeout);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("dancu.trust.revocation: " + e.getMessage(), e);
            }
        }

        RevocationRules rules() {
            return new RevocationRules(source, crls, ocspResponder, unknown, timeout);
        }
    }
}
