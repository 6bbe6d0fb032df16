package vn.dancu.bus.hub.mapping;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.hub.HubSettings;
import vn.dancu.bus.hub.Mappings;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.upstream.NationalIdentities;

@Configuration(proxyBeanMethods = false)
class MappingWiring {

    @Bean
    JdbcMappings mappingStore(JdbcTemplate jdbc) {
        return new JdbcMappings(jdbc);
    }

    @Bean
    MappingCache mappingCache(JdbcMappings store) {
        MappingCache cache = new MappingCache(store);
        cache.refresh();
        return cache;
    }

    @Bean
    Mappings mappings(
            JdbcMappings store,
            MappingCache cache,
            Partners partners,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new MappingEditor(store, cache, partners, acts, new TransactionTemplate(transactions), clock);
    }

    /** In place of the identities that go on as the partner says them. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "dancu.hub.identities", havingValue = "mapped", matchIfMissing = true)
    NationalIdentities mappedIdentities(MappingCache cache) {
        return new MappedIdentities(cache);
    }

    @Bean
    SchedulingConfigurer mappingRefresh(MappingCache cache, HubSettings settings) {
        return tasks -> tasks.addFixedDelayTask(cache::refreshOrKeep, settings.refresh());
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> mappingChanges(MappingCache cache) {
        return event -> {
            if (event.getPayload().concerns("hub")) {
                cache.refreshOrKeep();
            }
        };
    }
}
