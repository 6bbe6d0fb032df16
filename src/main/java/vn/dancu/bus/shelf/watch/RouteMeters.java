package vn.dancu.bus.shelf.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Counts the messages of every route of this instance, each route from its start. */
public final class RouteMeters implements RoutePolicyFactory {

    private static final int MAX_SAMPLES = 120;

    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    private final Deque<Map<String, MeterReading>> samples = new ArrayDeque<>();

    /** How often {@link #sample} is to be called. */
    public static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(5);

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        Meter meter = new Meter("DanCuMeter." + routeId);
        replace(routeId, meter);
        return meter;
    }

    /** Counts begin again: what was counted of a route that had this id does not belong to it. */
    private synchronized void replace(String routeId, Meter meter) {
        meters.put(routeId, meter);
        samples.forEach(sample -> sample.remove(routeId));
    }

    /** What went through that route since it was started. */
    public MeterReading read(String routeId) {
        Meter meter = meters.get(routeId);
        return meter == null ? MeterReading.NOTHING : meter.read();
    }

    /** How many messages that route had to try again since it was started. */
    long retried(String routeId) {
        Meter meter = meters.get(routeId);
        return meter == null ? 0 : meter.retried.sum();
    }

    /** Remembers what has gone through until now, for ten minutes. */
    public synchronized void sample() {
        Map<String, MeterReading> now = new HashMap<>();
        meters.forEach((id, meter) -> now.put(id, meter.read()));
        samples.addLast(now);
        if (samples.size() > MAX_SAMPLES) {
            samples.removeFirst();
        }
    }

    /** What went through that route in the ten minutes before now. */
    synchronized MeterReading recent(String routeId) {
        MeterReading earliest = samples.isEmpty()
                ? MeterReading.NOTHING
                : samples.peekFirst().getOrDefault(routeId, MeterReading.NOTHING);
        return read(routeId).since(earliest);
    }

    /** Notices messages that are tried again: such a one counts as failed at once, and not only when its last attempt has ended. */
    public EventNotifier retries() {
        EventNotifierSupport notifier = new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeRedeliveryEvent retry) {
                    String route = ExchangeHelper.getRouteId(retry.getExchange());
                    Meter meter = route == null ? null : meters.get(route);
                    if (meter != null) {
                        meter.fail(retry.getExchange());
                    }
                }
            }
        };
        // Those of failures stay: Camel gives no retries to who ignores them.
        notifier.setIgnoreCamelContextEvents(true);
        notifier.setIgnoreCamelContextInitEvents(true);
        notifier.setIgnoreRouteEvents(true);
        notifier.setIgnoreServiceEvents(true);
        notifier.setIgnoreStepEvents(true);
        notifier.setIgnoreExchangeCreatedEvent(true);
        notifier.setIgnoreExchangeCompletedEvent(true);
        notifier.setIgnoreExchangeSendingEvents(true);
        notifier.setIgnoreExchangeSentEvents(true);
        notifier.setIgnoreExchangeAsyncProcessingStartedEvents(true);
        return notifier;
    }

    /**
     * What a route finds when a message comes to it, from its own source or from another route.
     *
     * @param isCounted whether it counts as failed already
     */
    private record Arrival(long nanoTime, @Nullable Object caught, boolean isCounted) {}

    /**
     * A message that comes from another route has a history: only the time from its arrival counts, and only an error that came
     * after it.
     */
    private static final class Meter extends RoutePolicySupport {

        private final String property;
        private final LongAdder exchanges = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder retried = new LongAdder();

        Meter(String property) {
            this.property = property;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.setProperty(property, new Arrival(System.nanoTime(), caught(exchange), false));
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.removeProperty(property) instanceof Arrival arrival && !arrival.isCounted()) {
                exchanges.increment();
                nanos.add(System.nanoTime() - arrival.nanoTime());
                if (exchange.isFailed() || caught(exchange) != arrival.caught()) {
                    failed.increment();
                }
            }
        }

        void fail(Exchange exchange) {
            if (exchange.getProperty(property) instanceof Arrival arrival && !arrival.isCounted()) {
                exchange.setProperty(property, new Arrival(arrival.nanoTime(), arrival.caught(), true));
                retried.increment();
                exchanges.increment();
                failed.increment();
                nanos.add(System.nanoTime() - arrival.nanoTime());
            }
        }

        private static @Nullable Object caught(Exchange exchange) {
            return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
        }

        MeterReading read() {
            return new MeterReading(exchanges.sum(), failed.sum(), nanos.sum());
        }
    }
}
