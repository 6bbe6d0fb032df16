package vn.dancu.bus.system;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.kernel.MasterKey;

/**
 * Settings of the whole instance.
 *
 * @param masterKey base64 of at least 32 random bytes, the same on every instance; from the environment or a mounted
 *     file, never from a committed one
 */
@ConfigurationProperties("dancu.system")
record SystemSettings(@Nullable String masterKey) {

    static final String MASTER_KEY = "dancu.system.master-key";

    private static final String RULE = "là base64 của ít nhất 32 byte ngẫu nhiên, giống nhau trên mọi máy"
            + " / takes the base64 of at least 32 random bytes, the same on every instance";

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
