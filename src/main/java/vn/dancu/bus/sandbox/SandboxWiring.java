package vn.dancu.bus.sandbox;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.contact.Contacts;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxWiring {

    /** The servers start while Spring still reads its own classes: there is a core to spare. */
    @Bean
    static BeanFactoryPostProcessor serversFirst() {
        return factory -> factory.getBean(SandboxServers.class);
    }

    @Bean
    static SandboxServers sandboxServers(SandboxSettings settings) {
        return new SandboxServers(settings);
    }

    @Bean
    JdbcConnectionDetails sandboxJdbc(SandboxServers servers) {
        return new SandboxDetails.Jdbc(servers.startedPostgres().jdbcUrl(), PostgresServer.USER, "");
    }

    @Bean
    ArtemisConnectionDetails sandboxArtemis(SandboxServers servers) {
        ArtemisServer artemis = servers.startedArtemis();
        return new SandboxDetails.Artemis(
                ArtemisMode.NATIVE,
                artemis.url(),
                artemis.bus().name(),
                artemis.bus().secret());
    }

    @Bean
    JdbcSyntheticPeople syntheticPeople(JdbcClient sql) {
        return new JdbcSyntheticPeople(sql);
    }

    @Bean
    PopulatingMeanwhile populating(DataSource dataSource, SandboxSettings settings) {
        return new PopulatingMeanwhile(new JdbcPopulating(dataSource, settings)::populate);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner complete(PopulatingMeanwhile populating, SandboxServers servers) {
        return arguments -> {
            populating.await();
            servers.kafka();
        };
    }

    @Bean
    ApplicationRunner contactSeed(Authorities authorities, Contacts contacts) {
        return arguments -> new SeedingContacts(authorities, contacts).seed();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcoming(
            SandboxServers servers, SandboxSettings settings, Environment environment) {
        Welcoming welcoming = new Welcoming(servers, settings, environment);
        return event -> welcoming.welcome();
    }
}
