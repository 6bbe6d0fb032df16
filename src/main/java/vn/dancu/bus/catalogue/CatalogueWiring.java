package vn.dancu.bus.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueWiring {

    @Bean
    Catalogues catalogues() {
        return new FileCatalogues();
    }
}
