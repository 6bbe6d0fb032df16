package vn.dancu.bus.delivery.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.actuate.health.Health;

/** What lies in the outbox, by channel, as metrics and in the details of health. */
final class OutboxGauges {

    private final JdbcOutboxCounts counts;
    private final MultiGauge inWork;
    private final MultiGauge dead;
    private final MultiGauge oldest;

    /** A channel without messages is 0: a series that goes away looks like an instance that does. */
    private final Set<String> channels;

    private volatile List<JdbcOutboxCounts.ChannelCount> last = List.of();

    /** @param channels those with settings; others are there from their first message on */
    OutboxGauges(JdbcOutboxCounts counts, Set<String> channels, MeterRegistry registry) {
        this.counts = counts;
        this.channels = new TreeSet<>(channels);
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
        List<JdbcOutboxCounts.ChannelCount> now = byChannel();
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

    private List<JdbcOutboxCounts.ChannelCount> byChannel() {
        List<JdbcOutboxCounts.ChannelCount> now = new ArrayList<>(counts.byChannel());
        Set<String> empty = new TreeSet<>(channels);
        for (JdbcOutboxCounts.ChannelCount one : now) {
            channels.add(one.channel());
            empty.remove(one.channel());
        }
        empty.forEach(channel -> now.add(new JdbcOutboxCounts.ChannelCount(channel, 0, 0, 0)));
        return List.copyOf(now);
    }

    /** A destination that is away is no reason to send questions elsewhere. */
    Health.Builder health() {
        return Health.up().withDetail("channels", last);
    }

    private static Tags tags(JdbcOutboxCounts.ChannelCount one) {
        return Tags.of("channel", one.channel());
    }
}
