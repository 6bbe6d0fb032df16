package vn.dancu.bus.document.agency;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.document.AgencySettings;
import vn.dancu.bus.document.axis.AxisAccounts;

@Configuration(proxyBeanMethods = false)
class AgencyWiring {

    @Bean
    AgencyMap agencyDirectory() {
        return new AgencyMap();
    }

    @Bean
    SchedulingConfigurer agencyTasks(
            AgencyMap map,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AxisAccounts accounts,
            AgencySettings settings,
            Clock clock) {
        AgencySynchronizer synchronizer = new AgencySynchronizer(
                new JdbcAgencies(jdbc, new TransactionTemplate(transactions)), map, accounts, settings, clock);
        return tasks -> tasks.addFixedDelayTask(synchronizer::run, settings.refresh());
    }
}
