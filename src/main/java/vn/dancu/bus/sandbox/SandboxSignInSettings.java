package vn.dancu.bus.sandbox;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mock of both issuers at which citizens sign in.
 *
 * @param port on 127.0.0.1; 0 takes any free port
 * @param clientId the portal as both issuers know it
 * @param clientSecret by which the portal fetches tokens
 * @param redirectUris to where sign-ins may lead besides the sandbox's own portal page: for a portal that is being built
 */
@ConfigurationProperties("dancu.sandbox.sign-in")
public record SandboxSignInSettings(
        @DefaultValue("8091") int port,
        @DefaultValue("cong-dvc-sandbox") String clientId,
        @DefaultValue("sandbox-cong-dvc") String clientSecret,
        @DefaultValue List<URI> redirectUris) {

    private static final int MAX_PORT = 65_535;

    public SandboxSignInSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("dancu.sandbox.sign-in.port must be from 0 to " + MAX_PORT);
        }
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("dancu.sandbox.sign-in.client-id and .client-secret must not be blank");
        }
        redirectUris = List.copyOf(redirectUris);
    }

    @Override
    public String toString() {
        return "SandboxSignInSettings[" + port + ", " + clientId + "]";
    }
}
