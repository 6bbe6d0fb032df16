package vn.dancu.bus.trust.revocation;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

/**
 * Whether a certificate of a chain was revoked, by the rules of PKIX (RFC 5280, RFC 6960). The JDK verifies lists and answers; what it
 * verifies is given to it, so that it goes to no network by itself.
 */
@SuppressWarnings("checkstyle:IllegalType") // PKIX takes no other form of time.
public final class RevocationCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(RevocationCheck.class);

    private final Set<TrustAnchor> anchors;
    private final RevocationRules rules;
    private final RevocationLists lists;
    private final @Nullable OcspAnswers answers;

    /** @param anchors the certificates at which chains end */
    public RevocationCheck(Set<TrustAnchor> anchors, RevocationRules rules, Clock clock) {
        this.anchors = Set.copyOf(anchors);
        this.rules = rules;
        this.lists = new RevocationLists(rules.crls());
        URI responder = rules.responder();
        this.answers = rules.source() == Source.OCSP && responder != null
                ? new OcspAnswers(responder, rules.timeout(), clock)
                : null;
    }

    /** What was learned. */
    public enum Standing {
        /** None is revoked; or nothing is looked up, or could be and need not be. */
        GOOD,
        REVOKED,
        UNKNOWN
    }

    /**
     * How the certificates of that path stand.
     *
     * @param path from the certificate to the one below an anchor; the anchor is not looked up
     */
    public Standing of(CertPath path, Instant at) {
        if (rules.source() == Source.NONE || path.getCertificates().isEmpty()) {
            return Standing.GOOD;
        }
        Standing found = answers == null ? byLists(path, at) : byResponder(answers, path, at);
        if (found == Standing.UNKNOWN && rules.unknown() == Unknown.ACCEPTED) {
            LOGGER.atWarn().log("Whether a certificate is revoked could not be looked up; the settings let it pass");
            return Standing.GOOD;
        }
        return found;
    }

    private Standing byLists(CertPath path, Instant at) {
        try {
            PKIXParameters parameters = parameters(at);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists.current())));
            // Not by a checker of its own: that one would fetch lists from the addresses in certificates.
            parameters.setRevocationEnabled(true);
            return validated(path, parameters);
        } catch (BusException e) {
            return Standing.UNKNOWN;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK checks chains of certificates", e);
        }
    }

    private Standing byResponder(OcspAnswers responder, CertPath path, Instant at) {
        Map<X509Certificate, X509Certificate> issuers = issuers(path);
        Map<X509Certificate, byte[]> given = new HashMap<>();
        for (Map.Entry<X509Certificate, X509Certificate> each : issuers.entrySet()) {
            byte[] answer = responder.about(each.getKey(), each.getValue());
            if (answer == null) {
                return Standing.UNKNOWN;
            }
            given.put(each.getKey(), answer);
        }
        try {
            PKIXRevocationChecker checker = checker();
            checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
            checker.setOcspResponses(given);
            PKIXParameters parameters = parameters(at);
            parameters.addCertPathChecker(checker);
            Standing found = validated(path, parameters);
            if (found == Standing.UNKNOWN) {
                issuers.forEach(responder::forget);
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK checks chains of certificates", e);
        }
    }

    /** Each certificate of the path with the one above it; empty where the path ends at no anchor. */
    private Map<X509Certificate, X509Certificate> issuers(CertPath path) {
        Map<X509Certificate, X509Certificate> issuers = new HashMap<>();
        List<? extends Certificate> certificates = path.getCertificates();
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate one = (X509Certificate) certificates.get(i);
            X509Certificate above =
                    i + 1 < certificates.size() ? (X509Certificate) certificates.get(i + 1) : anchorOf(one);
            if (above != null) {
                issuers.put(one, above);
            }
        }
        return issuers;
    }

    private @Nullable X509Certificate anchorOf(X509Certificate one) {
        for (TrustAnchor anchor : anchors) {
            X509Certificate above = anchor.getTrustedCert();
            if (above != null && above.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
                try {
                    one.verify(above.getPublicKey());
                    return above;
                } catch (GeneralSecurityException e) {
                    // Another authority of the same name.
                    continue;
                }
            }
        }
        return null;
    }

    private static Standing validated(CertPath path, PKIXParameters parameters) throws GeneralSecurityException {
        try {
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return Standing.GOOD;
        } catch (CertPathValidatorException e) {
            return e.getReason() == BasicReason.REVOKED ? Standing.REVOKED : Standing.UNKNOWN;
        }
    }

    private PKIXParameters parameters(Instant at) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setDate(Date.from(at));
        return parameters;
    }

    private static PKIXRevocationChecker checker() throws GeneralSecurityException {
        return (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
    }
}
