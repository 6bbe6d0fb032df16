package vn.dancu.bus.enrichment.source;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichmentSettings.class)
class SourceWiring {

    @Bean
    EnrichmentSources enrichmentSources(EnrichmentSettings settings, Catalogues catalogues, Clock clock) {
        return SourceFolder.read(settings.folder(), catalogues, clock);
    }
}
