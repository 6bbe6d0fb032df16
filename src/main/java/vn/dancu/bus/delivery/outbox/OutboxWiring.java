package vn.dancu.bus.delivery.outbox;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.delivery.lane.LaneSignal;

@Configuration(proxyBeanMethods = false)
class OutboxWiring {

    @Bean
    JdbcOutbox outbox(
            JdbcTemplate jdbc,
            MessageSeal seal,
            ClaimChecks checks,
            LaneSignal lanes,
            DeliverySettings settings,
            Clock clock) {
        return new JdbcOutbox(jdbc, seal, checks, lanes, settings, clock);
    }
}
