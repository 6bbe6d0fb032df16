package vn.dancu.bus.gateway;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the HTTP doors accept and how long a token lasts.
 *
 * @param maxBody the largest request body, 1 kB to 64 MB; a larger one is refused as {@code message_too_large}. A question is
 *     never above 1 MB, whatever stands here
 * @param maxPart the largest part of an upload to {@code /api/v1/enrichment/deliveries}, 1 kB to 1 GB; it is written as it is read
 * @param maxDiscarded how much of a refused body is read and thrown away, so that a sender that writes before it reads
 *     still hears why it was refused; beyond it the connection is closed
 * @param issuer who issues the access tokens ({@code iss}): an absolute http or https address, the same on all instances;
 *     {@code application.yaml} sets the public address
 * @param tokenLifetime how long an access token is good, 1 minute to 1 hour
 */
@ConfigurationProperties("dancu.gateway")
public record GatewaySettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxPart,
        @DefaultValue("128MB") DataSize maxDiscarded,
        URI issuer,
        @DefaultValue("10m") Duration tokenLifetime) {

    public GatewaySettings {
        require(isBetween(maxBody.toBytes(), 1024, 64L << 20), "max-body", "1KB to 64MB");
        require(isBetween(maxPart.toBytes(), 1024, 1L << 30), "max-part", "1KB to 1024MB");
        require(isBetween(maxDiscarded.toBytes(), 0, 1L << 30), "max-discarded", "0B to 1024MB");
        require(isWebAddress(issuer), "issuer", "an absolute http or https address without query and fragment");
        require(isBetween(tokenLifetime.toSeconds(), 60, 3600), "token-lifetime", "1m to 1h");
    }

    private static boolean isBetween(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static boolean isWebAddress(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null;
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.gateway." + key + " must be " + rule);
        }
    }
}
