package vn.dancu.bus.system;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.kernel.MasterKey;

/**
 * Settings of the whole instance.
 *
 * @param masterKey base64 of at least 32 random bytes, the same on every instance; from the environment or a mounted
 *     file, never from a committed one
 * @param drain how long an instance that was told to stop goes on taking requests while its health says 503, up to 2 minutes:
 *     longer than the load balancer needs to see that
 */
@ConfigurationProperties("dancu.system")
record SystemSettings(@Nullable String masterKey, @DefaultValue("5s") Duration drain) {

    static final String MASTER_KEY = "dancu.system.master-key";

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(2);
    private static final String RULE = "là base64 của ít nhất 32 byte ngẫu nhiên, giống nhau trên mọi máy"
            + " / takes the base64 of at least 32 random bytes, the same on every instance";

    SystemSettings {
        if (drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("dancu.system.drain takes 0s to 2m");
        }
    }

    MasterKey key() {
        if (masterKey == null || masterKey.isBlank()) {
            throw new InvalidConfigurationPropertyValueException(MASTER_KEY, null, RULE);
        }
        try {
            return new MasterKey(Base64.getDecoder().decode(masterKey.strip()));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationPropertyValueException(MASTER_KEY, null, RULE);
        }
    }

    @Override
    public String toString() {
        return "SystemSettings[masked]";
    }
}
