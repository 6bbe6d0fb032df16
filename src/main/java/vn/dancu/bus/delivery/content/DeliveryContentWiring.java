package vn.dancu.bus.delivery.content;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class DeliveryContentWiring {

    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(10);

    @Bean
    MessageSeal messageSeal(MasterKey masterKey) {
        return new MessageSeal(SecretBox.forUse(masterKey.bytes(), "delivery/message"));
    }

    @Bean
    JdbcClaimChecks claimChecks(JdbcTemplate jdbc, DeliverySettings settings, MasterKey masterKey, Clock clock) {
        ClaimFolder folder = new ClaimFolder(
                settings.folder(), settings.reserve().toBytes(), SecretBox.forUse(masterKey.bytes(), "delivery/claim"));
        return new JdbcClaimChecks(jdbc, folder, settings.orphanAge(), clock);
    }

    @Bean
    SchedulingConfigurer claimSweeps(JdbcClaimChecks checks) {
        return tasks -> tasks.addFixedDelayTask(checks::sweep, SWEEP_INTERVAL);
    }
}
