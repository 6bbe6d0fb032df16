package vn.dancu.bus.citizen.extract;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ExtractSettings;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.pdf.PdfSigner;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.signing.TimeStampAuthority;
import vn.dancu.bus.signing.TimeStampConnection;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExtractSettings.class)
class ExtractWiring {

    @Bean
    Extracts extracts(
            ExtractSettings settings,
            SslBundles bundles,
            Catalogues catalogues,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock) {
        return new SignedExtracts(
                settings,
                signer(settings, bundles),
                new JdbcExtractNumbers(jdbc, clock),
                new ExtractLines(new RecordCodes(catalogues)),
                purposes,
                clock);
    }

    private static @Nullable PdfSigner signer(ExtractSettings settings, SslBundles bundles) {
        String bundle = settings.signatureBundle();
        String authority = settings.timeStampUrl();
        return bundle == null
                ? null
                : new PdfSigner(
                        SigningKey.of(bundles, bundle, "dancu.citizen.extract.signature-bundle"),
                        authority == null ? null : new TimeStampAuthority(authority));
    }

    @Bean
    ConnectionSource extractTimeStampConnection(ExtractSettings settings) {
        return new TimeStampConnection("extract-time-stamp", settings.timeStampUrl());
    }
}
