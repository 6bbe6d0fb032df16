package vn.dancu.bus.system;

import org.apache.camel.cli.connector.DefaultCliConnectorFactory;
import org.apache.camel.spi.CliConnectorFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandLineWiring {

    /** Left to itself, Camel finds the connector on the class path and starts it, whatever {@code camel.cli.enabled} says. */
    @Bean
    @ConditionalOnProperty(name = "camel.cli.enabled", havingValue = "false")
    CliConnectorFactory withoutCommandLine() {
        CliConnectorFactory off = new DefaultCliConnectorFactory();
        off.setEnabled(false);
        return off;
    }
}
