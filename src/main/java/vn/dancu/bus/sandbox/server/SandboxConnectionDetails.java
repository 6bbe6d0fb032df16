package vn.dancu.bus.sandbox.server;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;

/** Where Spring Boot finds the embedded servers, in place of {@code spring.datasource} and {@code spring.artemis}. */
final class SandboxConnectionDetails {

    record Jdbc(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    record Artemis(ArtemisMode getMode, String getBrokerUrl, String getUser, String getPassword)
            implements ArtemisConnectionDetails {

        @Override
        public String toString() {
            return "Artemis[" + getBrokerUrl + "]";
        }
    }

    private SandboxConnectionDetails() {}
}
