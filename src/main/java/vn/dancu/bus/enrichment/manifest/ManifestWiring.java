package vn.dancu.bus.enrichment.manifest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;

@Configuration(proxyBeanMethods = false)
class ManifestWiring {

    @Bean
    DeliveryManifestReader deliveryManifestReader(EnrichmentSources sources, EnrichmentSettings settings) {
        return new DeliveryManifestReader(sources, new ManifestKeys(settings.keys()));
    }
}
