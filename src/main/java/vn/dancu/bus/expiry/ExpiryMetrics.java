package vn.dancu.bus.expiry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** The figures {@code dancu.expiry.left} by kind, as of the last look. */
final class ExpiryMetrics {

    private static final Logger LOGGER = LoggerFactory.getLogger(ExpiryMetrics.class);

    private final Expiries expiries;
    private final MeterRegistry meters;
    private final Map<ExpiringItem.Kind, Double> left = new ConcurrentHashMap<>();

    ExpiryMetrics(Expiries expiries, MeterRegistry meters) {
        this.expiries = expiries;
        this.meters = meters;
    }

    void look() {
        var items = expiries.list();
        for (ExpiringItem.Kind kind : ExpiringItem.Kind.values()) {
            Duration nearest = expiries.nearest(kind, items).orElse(null);
            if (nearest == null) {
                left.remove(kind);
            } else if (left.put(kind, (double) nearest.toSeconds()) == null) {
                Gauge.builder("dancu.expiry.left", left, known -> known.getOrDefault(kind, Double.NaN))
                        .tag("kind", kind.word())
                        .baseUnit("seconds")
                        .description("How long until the first certificate, key, credential or list of its kind ends")
                        .register(meters);
            }
        }
        long over = items.stream()
                .filter(item -> item.owner() == null && item.stateAt(expiries.now()) == ExpiringItem.State.EXPIRED)
                .count();
        if (over > 0) {
            LOGGER.atWarn().addKeyValue(LogKeys.COUNT, over).log("Certificates or lists of the bus have expired");
        }
    }
}
