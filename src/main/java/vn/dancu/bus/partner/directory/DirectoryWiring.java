package vn.dancu.bus.partner.directory;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    @Bean
    PartnerCache partners(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            MasterKey masterKey,
            ObjectProvider<KnownDialects> dialects) {
        PartnerCache partners = new PartnerCache(
                new JdbcPartners(jdbc, clock),
                new TransactionTemplate(transactions),
                SecretBox.forUse(masterKey.bytes(), "partner/secret"),
                dialects.getIfAvailable(() -> dialect -> true),
                clock);
        partners.refresh();
        return partners;
    }

    @Bean
    SchedulingConfigurer partnerRefresh(PartnerCache partners, PartnerSettings settings) {
        return tasks -> tasks.addFixedDelayTask(partners::refreshOrKeep, settings.refresh());
    }

    @Bean
    PartnerLifecycle lifeCycle(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Acts acts,
            ObjectProvider<KnownDialects> dialects,
            PartnerCache partners) {
        return new PartnerActivation(
                new JdbcPartnerActivation(jdbc, clock),
                new TransactionTemplate(transactions),
                acts,
                dialects.getIfAvailable(() -> dialect -> true),
                partners);
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> partnerChanges(PartnerCache partners) {
        return event -> {
            if (event.getPayload().concerns("partner")) {
                partners.refreshWhenCommitted();
            }
        };
    }
}
