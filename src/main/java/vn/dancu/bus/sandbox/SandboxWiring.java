package vn.dancu.bus.sandbox;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxWiring {

    @Bean
    SandboxServers sandboxServers(SandboxSettings settings) {
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
}
