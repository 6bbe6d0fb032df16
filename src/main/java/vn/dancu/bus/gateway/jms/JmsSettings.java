package vn.dancu.bus.gateway.jms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the hub queues are served.
 *
 * @param maxMessage a larger message is refused and kept in the dead-letter queue
 * @param maxRedeliveries how often a message is tried again after a fault of the bus, before it goes to the dead-letter
 *     queue
 * @param redeliveryDelay the wait before the first new try; it doubles up to a minute
 */
@ConfigurationProperties("dancu.gateway.jms")
record JmsSettings(
        @DefaultValue("1MB") DataSize maxMessage,
        @DefaultValue("6") int maxRedeliveries,
        @DefaultValue("1s") Duration redeliveryDelay) {

    JmsSettings {
        if (maxMessage.toBytes() <= 0) {
            throw new IllegalArgumentException("dancu.gateway.jms.max-message takes a size above 0");
        }
        if (maxRedeliveries < 0 || maxRedeliveries > 100) {
            throw new IllegalArgumentException("dancu.gateway.jms.max-redeliveries takes 0 to 100");
        }
        if (redeliveryDelay.isNegative() || redeliveryDelay.toMinutes() > 1) {
            throw new IllegalArgumentException("dancu.gateway.jms.redelivery-delay takes 0 to 1m");
        }
    }
}
