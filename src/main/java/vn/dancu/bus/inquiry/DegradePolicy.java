package vn.dancu.bus.inquiry;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import vn.dancu.bus.audit.UnsentEvents;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * Holds questions to what their service declares for the time in which Kafka is away. Shows the declarations as part {@code degrade}
 * of health, which is never down: a service that refuses is no reason to take an instance from its load balancer.
 */
final class DegradePolicy implements HealthIndicator {

    private final DegradeSettings settings;
    private final UnsentEvents unsent;

    DegradePolicy(DegradeSettings settings, UnsentEvents unsent) {
        this.settings = settings;
        this.unsent = unsent;
    }

    /**
     * Passes when the service may answer now.
     *
     * @throws BusException {@code audit_unavailable} when its audit events have waited for Kafka longer than is declared
     */
    void requireAnswerable(PopulationOperation operation) {
        if (settings.of(operation).kafka() == DegradeSettings.Choice.REFUSE && isLate()) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, null);
        }
    }

    @Override
    public Health health() {
        Map<String, Object> services = new TreeMap<>();
        for (PopulationOperation operation : PopulationOperation.values()) {
            services.put(operation.element(), described(settings.of(operation)));
        }
        return Health.up()
                .withDetail("kafkaLag", unsentFor())
                .withDetail("kafkaLagAtMost", settings.kafkaLag().toString())
                .withDetail("services", services)
                .build();
    }

    private boolean isLate() {
        try {
            return unsent.age().compareTo(settings.kafkaLag()) > 0;
        } catch (DataAccessException e) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, e);
        }
    }

    private String unsentFor() {
        try {
            return Duration.ofSeconds(unsent.age().toSeconds()).toString();
        } catch (DataAccessException e) {
            return "unknown";
        }
    }

    private static Map<String, String> described(DegradeSettings.Declared declared) {
        Map<String, String> choices = new TreeMap<>();
        choices.put("kafka", word(declared.kafka()));
        choices.put("postgresql", word(declared.postgresql()));
        choices.put("artemis", word(declared.artemis()));
        choices.put("disk", word(declared.disk()));
        return choices;
    }

    private static String word(DegradeSettings.Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
