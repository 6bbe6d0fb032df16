package vn.dancu.bus.audit;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail.
 *
 * @param bootstrapServers Kafka, as {@code host:port,host:port}
 * @param topic where the events go
 * @param topicPartitions used when the topic does not exist yet; 1 keeps all events in one order, more keep the order of
 *     each person's events
 * @param topicReplication used when the topic does not exist yet; the broker's own default when it is not set
 * @param appendTimeout how long an answer may wait for its record to be durable before it is refused
 * @param maxWaiting how many answers may wait for their record at once before more are refused
 * @param onceWindow how long a once-key is remembered; not shorter than {@code dancu.gateway.soap.window} and {@code clock-skew} together
 * @param kafka further properties of the Kafka client, such as {@code security.protocol}
 * @param inspection how the trail is searched
 */
@ConfigurationProperties("dancu.audit")
public record AuditSettings(
        String bootstrapServers,
        @DefaultValue("dancu.audit.v1") String topic,
        @DefaultValue("1") int topicPartitions,
        @Nullable Short topicReplication,
        @DefaultValue("3s") Duration appendTimeout,
        @DefaultValue("4096") int maxWaiting,
        @DefaultValue("15m") Duration onceWindow,
        @DefaultValue Map<String, String> kafka,
        @DefaultValue Inspection inspection) {

    public AuditSettings {
        require(bootstrapServers != null && !bootstrapServers.isBlank(), "bootstrap-servers must be set");
        require(!topic.isBlank(), "topic must not be blank");
        require(topicPartitions > 0, "topic-partitions must be at least 1");
        require(appendTimeout.toMillis() >= 100, "append-timeout must be at least 100ms");
        require(maxWaiting > 0, "max-waiting must be at least 1");
        require(onceWindow.toSeconds() >= 1, "once-window must be at least 1s");
        kafka = Map.copyOf(kafka);
    }

    /**
     * How the trail is searched.
     *
     * @param searchTimeout a search that takes the database longer is stopped and refused as too wide
     * @param reportTimeout the same for each table of a report and for operational records
     * @param serviceId the bus as a subsystem in X-Road's sense, {@code VN:GOV:<agency>:<system>}, for the operational
     *     records; they leave it out when it is not set
     */
    public record Inspection(
            @DefaultValue("5s") Duration searchTimeout,
            @DefaultValue("5m") Duration reportTimeout,
            @Nullable String serviceId) {

        private static final Pattern SUBSYSTEM = Pattern.compile("[^:\\s]+:[^:\\s]+:[^:\\s]+:[^:\\s]+");

        public Inspection {
            require(
                    serviceId == null || SUBSYSTEM.matcher(serviceId).matches(),
                    "inspection.service-id must be instance:class:member:subsystem");
            require(isAsked(searchTimeout), "inspection.search-timeout must be 100ms to 1h");
            require(isAsked(reportTimeout), "inspection.report-timeout must be 100ms to 1h");
        }

        private static boolean isAsked(Duration time) {
            return time.toMillis() >= 100 && time.toMinutes() <= 60;
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.audit." + rule);
        }
    }
}
