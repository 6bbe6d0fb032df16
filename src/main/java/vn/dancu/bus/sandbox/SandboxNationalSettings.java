package vn.dancu.bus.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mock of the national side: the population service, its platform and its security server.
 *
 * @param port on 127.0.0.1; 0 takes any free port
 * @param tokenLife how long an access token is good, 1 second to 1 day
 * @param window how far the timestamp of a digest may stand from the mock's clock, 1 second to 1 hour
 * @param others how many people it knows whom the sandbox's own register does not, 0 to 1,000
 * @param accounts who may call it
 */
@ConfigurationProperties("dancu.sandbox.national")
public record SandboxNationalSettings(
        @DefaultValue("8092") int port,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue("5m") Duration window,
        @DefaultValue("20") int others,
        @DefaultValue List<NationalAccount> accounts) {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_OTHERS = 1000;

    public SandboxNationalSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("dancu.sandbox.national.port must be from 0 to " + MAX_PORT);
        }
        requireBetween("token-life", tokenLife, Duration.ofDays(1));
        requireBetween("window", window, Duration.ofHours(1));
        if (others < 0 || others > MAX_OTHERS) {
            throw new IllegalArgumentException("dancu.sandbox.national.others must be from 0 to " + MAX_OTHERS);
        }
        accounts = List.copyOf(accounts);
    }

    private static void requireBetween(String key, Duration given, Duration longest) {
        if (given.compareTo(Duration.ofSeconds(1)) < 0 || given.compareTo(longest) > 0) {
            throw new IllegalArgumentException("dancu.sandbox.national." + key + " must be from 1s to " + longest);
        }
    }

    /** The secret of that account; empty where there is none of that name. */
    public Optional<String> secret(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .map(NationalAccount::secret)
                .findFirst();
    }

    /**
     * One who may call.
     *
     * @param name user of a digest, consumer key of a token, AccessKey
     * @param secret of the same
     */
    public record NationalAccount(String name, String secret) {

        @Override
        public String toString() {
            return "NationalAccount[" + name + "]";
        }
    }
}
