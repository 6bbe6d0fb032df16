package vn.dancu.bus.delivery.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.boot.actuate.health.Health;

/** What lies in the outbox, by channel, as metrics and in the details of health. */
final class OutboxGauges {

    private final JdbcOutboxCounts counts;
    private final MultiGauge inWork;
    private final MultiGauge dead;
    private final MultiGauge oldest;
    private volatile List<JdbcOutboxCounts.ChannelCount> last = List.of();

    OutboxGauges(JdbcOutboxCounts counts, MeterRegistry registry) {
        this.counts = counts;
        this.inWork = MultiGauge.builder("dancu.delivery.inwork")
                .description("Messages of the outbox that have not ended")
                .register(registry);
        this.dead = MultiGauge.builder("dancu.delivery.dead")
                .description("Dead letters of the outbox")
                .register(registry);
        this.oldest = MultiGauge.builder("dancu.delivery.oldest")
                .description("Age in seconds of the oldest message of the outbox that has not ended")
                .register(registry);
    }

    void count() {
        List<JdbcOutboxCounts.ChannelCount> now = counts.byChannel();
        last = now;
        inWork.register(
                now.stream()
                        .map(one -> MultiGauge.Row.of(tags(one), one.inWork()))
                        .toList(),
                true);
        dead.register(
                now.stream()
                        .map(one -> MultiGauge.Row.of(tags(one), one.dead()))
                        .toList(),
                true);
        oldest.register(
                now.stream()
                        .map(one -> MultiGauge.Row.of(tags(one), one.oldestSeconds()))
                        .toList(),
                true);
    }

    /** A destination that is away is no reason to send questions elsewhere. */
    Health.Builder health() {
        return Health.up().withDetail("channels", last);
    }

    private static Tags tags(JdbcOutboxCounts.ChannelCount one) {
        return Tags.of("channel", one.channel());
    }
}
