package vn.dancu.bus.audit.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.trace.TraceSpan;
import vn.dancu.bus.trace.Traces;

/** Gives batches of events to their route, as one list each, and starts and stops the route with the lead. */
final class EventSteps {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(500);

    private final ProducerTemplate routes;
    private final CamelContext camel;
    private final EventRoutes route;
    private final Traces traces;

    EventSteps(ProducerTemplate routes, EventRoutes route, Traces traces) {
        this.routes = routes;
        this.camel = routes.getCamelContext();
        this.route = route;
        this.traces = traces;
    }

    /** The route's id. */
    String name() {
        return route.topic().channel();
    }

    /** Whether the route can be started: not before the routes of the bus run, and not after they have stopped. */
    boolean isReady() {
        return camel.isStarted() && camel.getRoute(name()) != null;
    }

    void open() throws RelayFailure {
        route.topic().create();
        try {
            camel.getRouteController().startRoute(name());
        } catch (Exception e) {
            throw new RelayFailure("The route of events could not be started", e);
        }
    }

    /**
     * Sends the events and returns when all are acknowledged; waits while Kafka is away.
     *
     * @param wanted asked from time to time while waiting; false gives up
     */
    void send(List<RelaySource.Outgoing> events, BooleanSupplier wanted) throws RelayFailure {
        List<TraceSpan> spans = spans(events);
        try {
            sendAll(events, wanted);
        } finally {
            spans.forEach(TraceSpan::close);
        }
    }

    /** From when an event is taken to when it is acknowledged; the event itself says its trace to whoever reads it. */
    private List<TraceSpan> spans(List<RelaySource.Outgoing> events) {
        if (traces == Traces.NONE) {
            return List.of();
        }
        return events.stream()
                .map(event -> traces.after("kafka", CloudEvent.traceparent(event.event())))
                .toList();
    }

    private void sendAll(List<RelaySource.Outgoing> events, BooleanSupplier wanted) throws RelayFailure {
        List<Exchange> batch = events.stream().map(this::exchange).toList();
        Future<Exchange> sending = routes.asyncSend(
                route.entry(), exchange -> exchange.getMessage().setBody(batch));
        boolean sent = false;
        try {
            check(await(sending, wanted));
            sent = true;
        } finally {
            if (!sent) {
                route.abandon();
                awaitEnd(sending);
            }
        }
    }

    /** Drops what was not sent, which is read again later. Nothing is sent any more after it returns. */
    void close() {
        boolean interrupted = Thread.interrupted();
        try {
            route.abandon();
            camel.getRouteController().stopRoute(name());
        } catch (Exception e) {
            throw new IllegalStateException("The route of events could not be stopped", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Exchange exchange(RelaySource.Outgoing event) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(event.event());
        if (event.key() != null) {
            exchange.getMessage().setHeader(KafkaConstants.KEY, event.key());
        }
        return exchange;
    }

    private static Exchange await(Future<Exchange> sending, BooleanSupplier wanted) throws RelayFailure {
        while (true) {
            try {
                return sending.get(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!wanted.getAsBoolean()) {
                    throw new RelayFailure("Events were not acknowledged while this instance could relay", e);
                }
            } catch (ExecutionException e) {
                throw new RelayFailure("Events could not be sent", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RelayFailure("The relay was interrupted", e);
            }
        }
    }

    /** Until the abandoned batch has ended another one must not begin, or the two would mix. */
    private static void awaitEnd(Future<Exchange> sending) {
        boolean interrupted = Thread.interrupted();
        while (!sending.isDone()) {
            try {
                sending.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Exchange sent) throws RelayFailure {
        if (sent.getException() != null) {
            throw new RelayFailure("An event was not acknowledged", sent.getException());
        }
    }
}
