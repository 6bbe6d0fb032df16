package vn.dancu.bus.upstream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "upstream")
class UpstreamWiring {

    /** Officers and procedures go on as they came. */
    @Bean
    NationalIdentities nationalIdentities() {
        return (partner, query) -> new NationalIdentity(query.officer(), query.procedure(), query.unit(), null);
    }

    @Bean
    KeptAnswers keptAnswers() {
        return new NothingKept();
    }
}
