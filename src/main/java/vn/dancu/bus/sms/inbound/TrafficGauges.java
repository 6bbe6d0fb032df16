package vn.dancu.bus.sms.inbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import vn.dancu.bus.sms.InboundTexts.Traffic;

/** Shows what waits, as it was counted last. */
final class TrafficGauges {

    private final JdbcInboundTexts rows;
    private volatile Traffic last = new Traffic(0, 0, 0, 0);

    TrafficGauges(JdbcInboundTexts rows, MeterRegistry registry) {
        this.rows = rows;
        show(registry, "dancu.sms.waiting", "Texts of subscribers without an end", Traffic::waiting);
        show(registry, "dancu.sms.oldest", "Age in seconds of the oldest of them", Traffic::oldestSeconds);
        show(registry, "dancu.sms.parts", "Parts of texts that wait for others", Traffic::parts);
        show(registry, "dancu.sms.unreceipted", "Messages whose receipt is awaited", Traffic::unreceipted);
    }

    void count() {
        last = rows.traffic();
    }

    Traffic last() {
        return last;
    }

    private void show(MeterRegistry registry, String name, String description, ToLongFunction<Traffic> value) {
        Gauge.builder(name, () -> value.applyAsLong(last))
                .description(description)
                .register(registry);
    }
}
