package vn.dancu.bus.sandbox.server;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxSettings;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class ServerWiring {

    /** Starts the servers while Spring still reads its own classes, on a second core. */
    @Bean
    static BeanFactoryPostProcessor serversFirst() {
        return factory -> factory.getBean(SandboxServers.class);
    }

    @Bean
    static SandboxServers sandboxServers(SandboxSettings settings, DatabaseContent content) {
        return new SandboxServers(settings, content);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> libraryArchive() {
        return event -> new LibraryArchive(System.getProperty("java.class.path")).makeIfAbsent();
    }

    @Bean
    JdbcConnectionDetails sandboxJdbc(SandboxServers servers) {
        return new SandboxConnectionDetails.Jdbc(servers.startedPostgres().jdbcUrl(), PostgresServer.USER, "");
    }

    @Bean
    ArtemisConnectionDetails sandboxArtemis(SandboxServers servers) {
        ArtemisServer artemis = servers.startedArtemis();
        return new SandboxConnectionDetails.Artemis(
                ArtemisMode.NATIVE,
                artemis.url(),
                artemis.bus().name(),
                artemis.bus().secret());
    }
}
