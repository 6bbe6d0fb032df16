package vn.dancu.bus.trust.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

/** Whether a certificate, or one between it and an authority, was revoked. What was learned is kept for some seconds. */
@SuppressWarnings("checkstyle:IllegalType") // PKIX takes no other form of time.
public final class ChainCheck {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MAX_KEPT = 10_000;

    private final Set<TrustAnchor> anchors;
    private final RevocationRules rules;
    private final RevocationCheck revocation;
    private final Clock clock;
    private final Cache<X509Certificate, Standing> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    public ChainCheck(Set<TrustAnchor> anchors, RevocationRules rules, Clock clock) {
        this.anchors = Set.copyOf(anchors);
        this.rules = rules;
        this.revocation = new RevocationCheck(anchors, rules, clock);
        this.clock = clock;
    }

    /**
     * How a certificate stands. Good where nothing is looked up, and where it issued itself.
     *
     * @param others certificates that may lie between it and an authority
     */
    public Standing of(X509Certificate shown, List<X509Certificate> others) {
        if (rules.source() == Source.NONE || shown.getIssuerX500Principal().equals(shown.getSubjectX500Principal())) {
            return Standing.GOOD;
        }
        Standing known = kept.getIfPresent(shown);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        Optional<CertPath> path = path(shown, others, now);
        if (path.isEmpty()) {
            // Not kept: whoever shows it next may show those above it too.
            return rules.unknown() == Unknown.ACCEPTED ? Standing.GOOD : Standing.UNKNOWN;
        }
        Standing found = revocation.of(path.get(), now);
        kept.put(shown, found);
        return found;
    }

    private Optional<CertPath> path(X509Certificate shown, List<X509Certificate> others, Instant now) {
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(shown);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            return Optional.of(
                    CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath());
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
