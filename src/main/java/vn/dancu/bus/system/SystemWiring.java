package vn.dancu.bus.system;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dancu.bus.kernel.MasterKey;

/** Beans that all rooms share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SystemWiring {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    MasterKey masterKey(SystemSettings settings) {
        return settings.key();
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcChangeListener changes(DataSource dataSource, ApplicationEventPublisher rooms) {
        return new JdbcChangeListener(dataSource, rooms::publishEvent);
    }
}
