package vn.dancu.bus.partner.xroad;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class XRoadPartnerWiring {

    @Bean
    XRoadRegistry xroadRegistry(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Acts acts,
            Clock clock,
            ApplicationEventPublisher rooms) {
        return new XRoadRegistrar(
                new JdbcXRoad(jdbc), new TransactionTemplate(transactions), acts, clock, rooms::publishEvent);
    }

    @Bean
    XRoadCache xroadDirectory(JdbcTemplate jdbc, Clock clock) {
        XRoadCache known = new XRoadCache(new JdbcXRoad(jdbc), clock);
        known.refresh();
        return known;
    }

    @Bean
    ExpirySource securityServerExpiries(JdbcTemplate jdbc) {
        return new SecurityServerExpiries(new JdbcXRoad(jdbc));
    }

    @Bean
    SchedulingConfigurer xroadRefresh(XRoadCache known, PartnerSettings settings) {
        return tasks -> tasks.addFixedDelayTask(known::refreshOrKeep, settings.refresh());
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> xroadChanges(XRoadCache known) {
        return event -> {
            if (event.getPayload().concerns("partner")) {
                known.refreshWhenCommitted();
            }
        };
    }
}
