package vn.dancu.bus.shelf.shadow;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Records messages of routes that run, while somebody listens; else each step costs one look at a field. It changes nothing of a
 * message, and never makes one wait: when the listener is slow, recordings are dropped and counted.
 */
public final class LiveTap implements InterceptStrategy, RoutePolicyFactory {

    private static final int MAX_WAITING = 64;

    private volatile @Nullable Listening listening;

    /** Begins to record that many messages of those routes; one listens at a time. */
    Listening listen(Collection<String> routes, int messages) {
        Listening begun = new Listening(Set.copyOf(routes), messages);
        listening = begun;
        return begun;
    }

    /** Whether somebody listens. */
    boolean isListening() {
        return listening != null;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        EdgeKey key = EdgeKey.of(definition);
        return key == null ? target : new Tapped(key, target);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return new Ends(routeId);
    }

    /** The recordings of one listener. */
    final class Listening implements AutoCloseable {

        private final Set<String> routes;
        private final int most;
        private final AtomicInteger begun = new AtomicInteger();
        private final LongAdder dropped = new LongAdder();
        private final BlockingQueue<Recording> done = new ArrayBlockingQueue<>(MAX_WAITING);

        private Listening(Set<String> routes, int most) {
            this.routes = routes;
            this.most = most;
        }

        /** The next one; null when there is none in that time. */
        @Nullable
        Recording poll(long millis) {
            try {
                return done.poll(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The bus stops", e);
            }
        }

        /** How many messages went by unrecorded since the listener was slow. */
        long dropped() {
            return dropped.sum();
        }

        @Override
        public void close() {
            listening = null;
        }

        private void begin(String routeId, Exchange exchange) {
            if (!routes.contains(routeId) || exchange.getProperty(Recording.KEY) != null || begun.get() >= most) {
                return;
            }
            if (done.remainingCapacity() == 0) {
                dropped.increment();
            } else if (begun.incrementAndGet() <= most) {
                exchange.setProperty(
                        Recording.KEY, new Recording(routeId, exchange.getExchangeId(), Snapshot.of(exchange)));
            }
        }

        private void end(Recording recording, Exchange exchange) {
            recording.end(Snapshot.of(exchange));
            if (!done.offer(recording)) {
                dropped.increment();
                begun.decrementAndGet();
            }
        }
    }

    private final class Ends extends RoutePolicySupport {

        private final String routeId;

        Ends(String routeId) {
            this.routeId = routeId;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Listening now = listening;
            if (now != null) {
                now.begin(routeId, exchange);
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Listening now = listening;
            Recording recording = now == null ? null : exchange.getProperty(Recording.KEY, Recording.class);
            if (now != null && recording != null && recording.isOf(routeId, exchange.getExchangeId())) {
                now.end(recording, exchange);
                exchange.removeProperty(Recording.KEY);
            }
        }
    }

    private final class Tapped extends DelegateAsyncProcessor {

        private final EdgeKey key;

        Tapped(EdgeKey key, Processor target) {
            super(target);
            this.key = key;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Recording recording = listening == null ? null : exchange.getProperty(Recording.KEY, Recording.class);
            if (recording == null) {
                return super.process(exchange, callback);
            }
            Snapshot before = Snapshot.of(exchange);
            if (key.isTap()) {
                // The copy that goes another way is not recorded.
                exchange.removeProperty(Recording.KEY);
            }
            boolean sync = super.process(exchange, isSync -> {
                recording.add(new Recording.Call(key, before, Snapshot.of(exchange)));
                callback.done(isSync);
            });
            if (key.isTap()) {
                exchange.setProperty(Recording.KEY, recording);
            }
            return sync;
        }
    }
}
