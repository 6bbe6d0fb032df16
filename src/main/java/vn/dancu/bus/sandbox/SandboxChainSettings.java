package vn.dancu.bus.sandbox;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Two buses in a chain: this one as the hub of a province, and a second one as the national side.
 *
 * @param port of the second one, on 127.0.0.1
 * @param settings further settings of the second one, {@code key=value} each
 */
@ConfigurationProperties("dancu.sandbox.chain")
public record SandboxChainSettings(@DefaultValue("8093") int port, @DefaultValue List<String> settings) {

    private static final int MAX_PORT = 65_535;

    public SandboxChainSettings {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("dancu.sandbox.chain.port must be from 1 to " + MAX_PORT);
        }
        settings = List.copyOf(settings);
    }
}
