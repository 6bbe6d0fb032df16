package vn.dancu.bus.document.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.RevocationCheck;

/**
 * Whether a certificate may sign: it is a trusted one itself, or has a chain to one by the rules of PKIX (RFC 5280) and is not
 * revoked; and it is valid now, for signatures, with a key of today's strength. Nothing is fetched but from the OCSP responder of the settings.
 */
@SuppressWarnings("checkstyle:IllegalType") // PKIX takes no other form of time.
final class TrustedSigners {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final Set<TrustAnchor> anchors;
    private final SignatureSettings settings;
    private final RevocationCheck revocation;
    private final Clock clock;

    TrustedSigners(List<X509Certificate> trusted, SignatureSettings settings, Clock clock) {
        this.anchors = CertificateFiles.anchors(trusted);
        this.settings = settings;
        this.revocation = new RevocationCheck(anchors, settings.revocationRules(), clock);
        this.clock = clock;
    }

    /**
     * Refuses a signer that is not to be trusted.
     *
     * @param others certificates that may lie between it and a trusted one
     */
    void check(X509Certificate signer, List<X509Certificate> others) {
        if (!isStrong(signer)) {
            throw SignatureRefusals.untrusted("a key of RSA from 2048 or EC from 256 bits");
        }
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw SignatureRefusals.untrusted("a certificate for signatures");
        }
        if (anchors.isEmpty()) {
            throw SignatureRefusals.untrusted("a certificate of a trusted authority");
        }
        Date at = moment(signer);
        if (anchors.stream().anyMatch(anchor -> signer.equals(anchor.getTrustedCert()))) {
            return;
        }
        checkRevocation(path(signer, others, at), at);
    }

    // A clock that is a little ahead or behind is taken for one that stands at the end of the validity.
    private Date moment(X509Certificate signer) {
        Instant now = clock.instant();
        Instant from = signer.getNotBefore().toInstant();
        Instant until = signer.getNotAfter().toInstant();
        if (now.isBefore(from) && !now.plus(settings.clockSkew()).isBefore(from)) {
            return Date.from(from);
        }
        if (now.isAfter(until) && !now.minus(settings.clockSkew()).isAfter(until)) {
            return Date.from(until);
        }
        if (now.isBefore(from) || now.isAfter(until)) {
            throw SignatureRefusals.untrusted("a certificate that is valid now");
        }
        return Date.from(now);
    }

    private CertPath path(X509Certificate signer, List<X509Certificate> others, Date at) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(at);
            return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
        } catch (GeneralSecurityException e) {
            throw SignatureRefusals.untrusted("a chain of valid certificates to a trusted one");
        }
    }

    private void checkRevocation(CertPath path, Date at) {
        switch (revocation.of(path, at.toInstant())) {
            case GOOD -> {}
            case REVOKED -> throw SignatureRefusals.of(ErrorCode.SIGNER_REVOKED, "a certificate that is not revoked");
            case UNKNOWN ->
                throw SignatureRefusals.of(
                        ErrorCode.REVOCATION_UNKNOWN, "a current answer whether the certificates are revoked");
        }
    }

    private static boolean isStrong(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return certificate.getPublicKey() instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }
}
