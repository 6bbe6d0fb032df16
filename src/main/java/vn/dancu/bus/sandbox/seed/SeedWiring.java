package vn.dancu.bus.sandbox.seed;

import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.xroad.XRoadRegistry;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.DatabaseContent;
import vn.dancu.bus.sandbox.server.SandboxServers;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SeedWiring {

    /** Static, since the servers are the first to be started. */
    @Bean
    static DatabaseContent newDatabase(SandboxSettings settings) {
        return new NewDatabase(settings);
    }

    /** An older database gets the people that are wanted now; a new one has them already. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner complete(DataSource dataSource, SandboxSettings settings, SandboxServers servers) {
        return arguments -> {
            new JdbcRegisterSeeder(dataSource, settings).seed();
            servers.kafka();
        };
    }

    @Bean
    ApplicationRunner xroadSeed(XRoadRegistry registry) {
        return arguments -> new XRoadSeeder(registry).seed();
    }

    @Bean
    ApplicationRunner contactSeed(Authorities authorities, Contacts contacts) {
        return arguments -> new ContactSeeder(authorities, contacts).seed();
    }
}
