package vn.dancu.bus.system;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.probe.ConnectionSource;

/** Beans that all rooms share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SystemWiring {

    private static final Logger LOGGER = LoggerFactory.getLogger(SystemWiring.class);

    /** A periodic task that fails is logged and runs again at its next time. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer periodicTasks() {
        return scheduler -> scheduler.setErrorHandler(
                failure -> LOGGER.atWarn().setCause(failure).log("A periodic task failed; its next run tries again"));
    }

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @DependsOnDatabaseInitialization
    MasterKey masterKey(SystemSettings settings, JdbcClient jdbc) {
        return new JdbcMasterKeyCheck(jdbc).checked(settings.key());
    }

    @Bean
    ConnectionSource databaseConnection(DataSource dataSource) {
        return new JdbcDatabaseConnection(dataSource);
    }

    @Bean
    ExpirySource bundleExpiries(
            SslBundles bundles, ObjectProvider<ServerProperties> doors, ConfigurableEnvironment environment) {
        ServerProperties server = doors.getIfAvailable();
        return new BundleExpiries(bundles, server == null ? null : server.getSsl(), environment);
    }

    @Bean
    DoorDrain doorDrain(SystemSettings settings) {
        return new DoorDrain(settings.drain());
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcChangeListener changes(DataSource dataSource, ApplicationEventPublisher rooms) {
        return new JdbcChangeListener(dataSource, rooms::publishEvent);
    }
}
