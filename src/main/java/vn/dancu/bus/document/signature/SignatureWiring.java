package vn.dancu.bus.document.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.signing.SigningKey;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignatureSettings.class)
class SignatureWiring {

    @Bean
    DocumentSignatures documentSignatures(SignatureSettings settings, SslBundles bundles, Clock clock) {
        settings.methods().forEach(SignatureMethod::named);
        settings.partners().values().forEach(rule -> rule.methods().forEach(SignatureMethod::named));
        String bundle = settings.bundle();
        Supplier<? extends @Nullable SigningKey> key =
                bundle == null ? () -> null : SigningKey.of(bundles, bundle, "dancu.document.signature.bundle");
        TrustedSigners trusted = new TrustedSigners(
                certificates(settings.trust()), settings, new RevocationLists(settings.crls()), clock);
        return new XmlSignatures(settings, trusted, key);
    }

    @Bean
    ExpirySource signatureExpiries(SignatureSettings settings) {
        List<X509Certificate> trusted = certificates(settings.trust());
        RevocationLists lists = new RevocationLists(settings.crls());
        return () -> Stream.concat(
                        trusted.stream()
                                .map(one -> ExpiringItem.of(
                                        ExpiringItem.Kind.TRUST, "dancu.document.signature.trust", one)),
                        lists.items().stream())
                .toList();
    }

    @Bean
    ConnectionSource responderConnection(SignatureSettings settings) {
        return new ResponderConnection(settings.ocspResponder(), certificates(settings.trust()));
    }

    private static List<X509Certificate> certificates(List<Path> files) {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : files) {
            try {
                for (Certificate one : CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                    all.add((X509Certificate) one);
                }
            } catch (IOException | CertificateException e) {
                throw new IllegalArgumentException(
                        "dancu.document.signature.trust names files of X.509 certificates, PEM or DER", e);
            }
        }
        return all;
    }
}
