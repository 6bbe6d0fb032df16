package vn.dancu.bus.catalogue;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.catalogue.crosswalk.Translations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueWiring {

    /** For those who ask for lists, and for whoever exchanges them. */
    @Bean
    CurrentCatalogues catalogues() {
        return new CurrentCatalogues(new FileCatalogues());
    }

    @Bean
    Translations translations(CatalogueSettings settings) {
        Path wardMergers = settings.wardMergers();
        return wardMergers == null ? Translations.published() : Translations.published(wardMergers);
    }
}
