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
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.SandboxServers;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SeedWiring {

    @Bean
    RegisterSeedCallback registerSeed(DataSource dataSource, SandboxSettings settings) {
        return new RegisterSeedCallback(new JdbcRegisterSeeder(dataSource, settings)::seed);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner complete(RegisterSeedCallback registerSeed, SandboxServers servers) {
        return arguments -> {
            registerSeed.await();
            servers.kafka();
        };
    }

    @Bean
    ApplicationRunner contactSeed(Authorities authorities, Contacts contacts) {
        return arguments -> new ContactSeeder(authorities, contacts).seed();
    }
}
