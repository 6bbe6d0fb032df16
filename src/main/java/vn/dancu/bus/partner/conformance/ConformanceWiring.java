package vn.dancu.bus.partner.conformance;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.conformance.ConformanceSuite;
import vn.dancu.bus.partner.ConformanceSettings;

@Configuration(proxyBeanMethods = false)
class ConformanceWiring {

    @Bean
    ConformanceResults conformanceResults(
            ConformanceSettings settings,
            JdbcTemplate jdbc,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new RecordedResults(
                new JdbcConformanceResults(jdbc),
                new ResultCheck(settings, new ConformanceSuite(clock).mandatory()),
                settings.required(),
                acts,
                new TransactionTemplate(transactions),
                clock);
    }
}
