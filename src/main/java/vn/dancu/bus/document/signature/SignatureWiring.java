package vn.dancu.bus.document.signature;

import java.security.cert.X509Certificate;
import java.time.Clock;
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
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.ResponderConnection;
import vn.dancu.bus.trust.revocation.RevocationLists;

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
        TrustedSigners trusted = new TrustedSigners(certificates(settings), settings, clock);
        return new XmlSignatures(settings, trusted, key);
    }

    @Bean
    ExpirySource signatureExpiries(SignatureSettings settings) {
        List<X509Certificate> trusted = certificates(settings);
        RevocationLists lists = new RevocationLists(settings.crls());
        return () -> Stream.concat(
                        trusted.stream()
                                .map(one -> ExpiringItem.of(
                                        ExpiringItem.Kind.TRUST, "dancu.document.signature.trust", one)),
                        lists.items("dancu.document.signature.crls").stream())
                .toList();
    }

    @Bean
    ConnectionSource responderConnection(SignatureSettings settings) {
        return new ResponderConnection("ocsp", settings.ocspResponder(), certificates(settings));
    }

    private static List<X509Certificate> certificates(SignatureSettings settings) {
        return CertificateFiles.read(settings.trust(), "dancu.document.signature.trust");
    }
}
