package vn.dancu.bus.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.trust.TrustSettings.Revocation;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.ChainCheck;
import vn.dancu.bus.trust.revocation.ResponderConnection;
import vn.dancu.bus.trust.revocation.RevocationLists;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrustSettings.class)
class TrustWiring {

    private static final String AUTHORITIES = "dancu.trust.revocation.authorities";

    @Bean
    TlsContexts tlsContexts(SslBundles bundles, TrustSettings settings, Clock clock) {
        return new TlsContexts(bundles, settings, clock);
    }

    @Bean
    PeerCertificates peerCertificates(TrustSettings settings, Clock clock) {
        Revocation revocation = settings.revocation();
        ChainCheck chains = new ChainCheck(
                CertificateFiles.anchors(CertificateFiles.read(revocation.authorities(), AUTHORITIES)),
                revocation.rules(),
                clock);
        return chains::of;
    }

    @Bean
    MessageSignatures messageSignatures(Clock clock) {
        return new MessageSignatures(clock);
    }

    @Bean
    ExpirySource trustExpiries(TrustSettings settings) {
        Revocation revocation = settings.revocation();
        List<X509Certificate> authorities = CertificateFiles.read(revocation.authorities(), AUTHORITIES);
        RevocationLists lists = new RevocationLists(revocation.crls());
        List<ExpiringItem> trusted = new ArrayList<>();
        authorities.forEach(one -> trusted.add(ExpiringItem.of(ExpiringItem.Kind.TRUST, AUTHORITIES, one)));
        settings.upstreams().forEach((name, one) -> {
            String signers = "dancu.trust.upstreams." + name + ".signers";
            CertificateFiles.read(one.signers(), signers)
                    .forEach(signer -> trusted.add(ExpiringItem.of(ExpiringItem.Kind.TRUST, signers, signer)));
        });
        return () -> Stream.concat(trusted.stream(), lists.items("dancu.trust.revocation.crls").stream())
                .toList();
    }

    @Bean
    ConnectionSource trustResponder(TrustSettings settings) {
        Revocation revocation = settings.revocation();
        return new ResponderConnection(
                "trust-ocsp", revocation.ocspResponder(), CertificateFiles.read(revocation.authorities(), AUTHORITIES));
    }
}
