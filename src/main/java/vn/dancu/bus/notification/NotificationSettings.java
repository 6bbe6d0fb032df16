package vn.dancu.bus.notification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notices to people.
 *
 * @param from sender of the mails, an address that takes replies; without it and {@code spring.mail.host} no mail is sent
 * @param digest how long notices are gathered: those of a partner that were written within this time go as one message
 * @param webhooks where a partner wants its notices, by its id; {@code operators} for those about the ledger
 * @param operators addresses of those who run the bus; they get a mail before a certificate, key, credential or list ends, and
 *     when the ledger does not balance or a mail to a partner comes back
 */
@ConfigurationProperties("dancu.notification")
public record NotificationSettings(
        @Nullable String from,
        @DefaultValue("5m") Duration digest,
        @DefaultValue Map<String, Webhook> webhooks,
        @DefaultValue List<String> operators) {

    private static final int MIN_SECRET_LENGTH = 32;

    public NotificationSettings {
        require(digest.toMillis() >= 100 && digest.toHours() <= 24, "digest must be 100ms to 24h");
        webhooks = Map.copyOf(webhooks);
        operators = List.copyOf(operators);
        require(
                operators.stream().allMatch(address -> address.matches("[^@\\s]+@[^@\\s]+")),
                "operators must be mail addresses");
    }

    /**
     * Where a partner wants its notices.
     *
     * @param url an address that takes POST, https or on this machine
     * @param secret signs what is sent: at least 32 characters, known to the partner and the bus alone
     */
    public record Webhook(URI url, String secret) {

        public Webhook {
            require(
                    "https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost()),
                    "webhooks: a url must be https, or http on 127.0.0.1");
            require(
                    secret.getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_LENGTH,
                    "webhooks: a secret has at least 32 characters");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.notification." + rule);
        }
    }
}
