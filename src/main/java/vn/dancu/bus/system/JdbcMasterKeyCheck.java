package vn.dancu.bus.system;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

/**
 * Stops an instance whose master key is not the one with which this database was first used. Otherwise the policy file
 * would be loaded anew and its secrets sealed with the wrong key, which shuts their partners out on every instance.
 */
final class JdbcMasterKeyCheck {

    private static final byte[] KNOWN_TEXT = "dancu-bus".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc;

    JdbcMasterKeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key, when it opens what the first key has sealed; the first instance of all seals it. */
    MasterKey checked(MasterKey key) {
        SecretBox box = SecretBox.forUse(key.bytes(), "system/check");
        jdbc.sql("insert into system.master_key (sealed) values (?) on conflict (slot) do nothing")
                .param(box.seal(KNOWN_TEXT))
                .update();
        byte[] sealed = jdbc.sql("select sealed from system.master_key where slot = 1")
                .query(byte[].class)
                .single();
        try {
            box.open(sealed);
            return key;
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationPropertyValueException(
                    SystemSettings.MASTER_KEY,
                    key,
                    "không phải khóa đã dùng với cơ sở dữ liệu này; chưa ghi gì cả / is not the key with which this"
                            + " database was first used; nothing was written");
        }
    }
}
