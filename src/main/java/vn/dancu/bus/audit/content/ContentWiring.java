package vn.dancu.bus.audit.content;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.kernel.MasterKey;

@Configuration(proxyBeanMethods = false)
class ContentWiring {

    @Bean
    @DependsOnDatabaseInitialization
    PeriodKeys auditPeriodKeys(MasterKey masterKey, DataSource dataSource, Clock clock) {
        return new PeriodKeys(masterKey.bytes(), new JdbcKeyPeriods(dataSource, clock));
    }
}
