package vn.dancu.bus.trust.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Trusted certificates in files. */
public final class CertificateFiles {

    /**
     * All certificates of those files, PEM or DER.
     *
     * @param setting the setting that names the files, for messages
     * @throws IllegalArgumentException where one cannot be read
     */
    public static List<X509Certificate> read(List<Path> files, String setting) {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : files) {
            try {
                for (Certificate one : CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                    all.add((X509Certificate) one);
                }
            } catch (IOException | CertificateException e) {
                throw new IllegalArgumentException(setting + " names files of X.509 certificates, PEM or DER", e);
            }
        }
        return all;
    }

    /** Those certificates as the ends of chains. */
    public static Set<TrustAnchor> anchors(Collection<X509Certificate> trusted) {
        return trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private CertificateFiles() {}
}
