package vn.dancu.bus.policy.quota;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.policy.PolicySettings;

@Configuration(proxyBeanMethods = false)
class QuotaWiring {

    @Bean
    Quotas quotas(DataSource dataSource, JdbcTemplate migrated, Clock clock, PolicySettings settings) {
        return new Quotas(new JdbcQuotaUse(dataSource, settings.leaseTimeout()), clock, settings);
    }
}
