package vn.dancu.bus.audit.relay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Down while the database's transaction numbers are behind the relay's position, as after the restore of a dump: what is
 * recorded then would never be relayed nor sealed, so load balancers must send no questions. Kafka's absence is no reason.
 */
final class RelayHealth implements HealthIndicator {

    static final String CODE = "transaction_numbers_behind";

    private static final Logger LOGGER = LoggerFactory.getLogger(RelayHealth.class);
    private static final String PAGE = "docs/operations/backup.md";

    private volatile boolean behind;

    /** Logs when it begins. */
    void behind(boolean now) {
        if (now && !behind) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.ERROR_CODE, CODE)
                    .addKeyValue(LogKeys.FILE, PAGE)
                    .log(
                            "The database was restored from a dump and its transaction numbers were not advanced: stop the bus,"
                                    + " restore again and advance them; records made now are never relayed nor sealed");
        }
        behind = now;
    }

    @Override
    public Health health() {
        return behind
                ? Health.down()
                        .withDetail("code", CODE)
                        .withDetail("page", PAGE)
                        .build()
                : Health.up().build();
    }
}
