package vn.dancu.bus.hub.share;

import java.time.Clock;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.hub.HubSettings;
import vn.dancu.bus.hub.Shares;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.quota.Quotas;

@Configuration(proxyBeanMethods = false)
class ShareWiring {

    @Bean
    JdbcShares shareStore(JdbcTemplate jdbc) {
        return new JdbcShares(jdbc);
    }

    @Bean
    ShareCache shareCache(JdbcShares store) {
        ShareCache cache = new ShareCache(store);
        cache.refresh();
        return cache;
    }

    @Bean
    ShareGate shareGate(ShareCache cache, Quotas quotas, Clock clock) {
        return new ShareGate(cache, quotas, clock);
    }

    @Bean
    Shares shares(
            JdbcShares store,
            ShareCache cache,
            ShareGate gate,
            Partners partners,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ShareEditor(store, cache, gate, partners, acts, new TransactionTemplate(transactions), clock);
    }

    @Bean
    SchedulingConfigurer shareRefresh(ShareCache cache, HubSettings settings) {
        return tasks -> tasks.addFixedDelayTask(cache::refreshOrKeep, settings.refresh());
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> shareChanges(ShareCache cache) {
        return event -> {
            if (event.getPayload().concerns("hub")) {
                cache.refreshOrKeep();
            }
        };
    }
}
