package vn.dancu.bus.enrichment.manifest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.expiry.ExpirySource;

@Configuration(proxyBeanMethods = false)
class ManifestWiring {

    @Bean
    DeliveryManifestReader deliveryManifestReader(EnrichmentSources sources, EnrichmentSettings settings) {
        return new DeliveryManifestReader(sources, new ManifestKeys(settings.keys()));
    }

    @Bean
    ExpirySource manifestKeyExpiries(EnrichmentSettings settings) {
        return () -> settings.keys().entrySet().stream()
                .map(key -> ManifestKeys.file(key.getKey(), key.getValue()).item())
                .toList();
    }
}
