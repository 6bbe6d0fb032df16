package vn.dancu.bus.document;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.trust.revocation.RevocationRules;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

/**
 * Signatures of documents.
 *
 * @param check what is asked of senders without rules of their own: {@code ignored}, {@code checked} or {@code required}
 * @param methods the signature algorithms that are accepted: {@code rsa-sha256}, {@code rsa-sha384}, {@code rsa-sha512},
 *     {@code rsa-pss-sha256}, {@code ecdsa-sha256}, {@code ecdsa-sha384}, {@code ecdsa-sha512}; all of these when none is named.
 *     {@code rsa-sha1} can be named for single partners only
 * @param trust files of trusted certificates, PEM or DER; without one no signer is trusted
 * @param revocation where revoked certificates are looked up: {@code none}, {@code crl} or {@code ocsp}
 * @param crls files of revocation lists, read anew when they change; one of each authority in a chain
 * @param ocspResponder the one OCSP responder that is asked; an address in a certificate is never followed
 * @param clockSkew by how much the clock may differ at the ends of a certificate's validity
 * @param bundle the SSL bundle ({@code spring.ssl.bundle}) with the key and chain by which the bus signs; without it answers
 *     go out unsigned
 * @param partners rules of single partners, by id: {@code check}, {@code methods}, {@code certificates} (SHA-256, lower hex)
 */
@ConfigurationProperties("dancu.document.signature")
public record SignatureSettings(
        @DefaultValue("checked") Check check,
        @DefaultValue Set<String> methods,
        @DefaultValue List<Path> trust,
        @DefaultValue("none") Source revocation,
        @DefaultValue List<Path> crls,
        @Nullable URI ocspResponder,
        @DefaultValue("5m") Duration clockSkew,
        @Nullable String bundle,
        @DefaultValue Map<String, PartnerRule> partners) {

    private static final Duration MAX_SKEW = Duration.ofHours(1);
    private static final Duration RESPONDER_TIMEOUT = Duration.ofSeconds(5);

    public SignatureSettings {
        methods = Set.copyOf(methods);
        trust = List.copyOf(trust);
        crls = List.copyOf(crls);
        partners = Map.copyOf(partners);
        require(
                methods.stream()
                        .noneMatch(method -> method.toLowerCase(Locale.ROOT).endsWith("sha1")),
                "methods must not accept SHA-1 from everybody; name it at the partner that needs it");
        require(revocation != Source.CRL || !crls.isEmpty(), "crls must name a file when revocation is crl");
        require(
                revocation != Source.OCSP || ocspResponder != null,
                "ocsp-responder must be set when revocation is ocsp");
        require(
                !clockSkew.isNegative() && clockSkew.compareTo(MAX_SKEW) <= 0,
                "clock-skew must be between 0 and " + MAX_SKEW);
    }

    /** What is asked of a sender. */
    public enum Check {
        /** Signatures say nothing. */
        IGNORED,
        /** A document may be unsigned; one that is signed must be signed well. */
        CHECKED,
        /** A document must be signed well. */
        REQUIRED
    }

    /**
     * Rules of a single partner.
     *
     * @param check as everybody's when it is null
     * @param methods as everybody's when it is empty
     * @param certificates when given, the only certificates that may sign for it
     */
    public record PartnerRule(
            @Nullable Check check, @DefaultValue Set<String> methods, @DefaultValue Set<String> certificates) {

        public PartnerRule {
            methods = Set.copyOf(methods);
            certificates = Set.copyOf(certificates);
            require(
                    certificates.stream().allMatch(thumbprint -> thumbprint.matches("[0-9a-f]{64}")),
                    "partners.*.certificates must be SHA-256 thumbprints in lower hex");
        }
    }

    /** What cannot be learned is tried again with the document: it lets nobody pass. */
    public RevocationRules revocationRules() {
        return new RevocationRules(revocation, crls, ocspResponder, Unknown.REFUSED, RESPONDER_TIMEOUT);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.document.signature." + rule);
        }
    }
}
