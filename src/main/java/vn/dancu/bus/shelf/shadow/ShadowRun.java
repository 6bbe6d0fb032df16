package vn.dancu.bus.shelf.shadow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.DeploymentPlan.Shadow;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.trial.Trial;

/** Lets copies of live messages go through a new version, in the Camel of a trial. */
public final class ShadowRun {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShadowRun.class);
    private static final long LOOK_MILLIS = 200;

    private final LiveTap tap;
    private final Trial trial;
    private final Clock clock;

    public ShadowRun(LiveTap tap, Trial trial, Clock clock) {
        this.tap = tap;
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * Compares until enough messages came or the time is over.
     *
     * @param files all that is to run, in the order of loading
     * @param routes those that are to be exchanged
     */
    public ShadowReport run(List<RouteOutline> files, Collection<String> routes, Shadow plan) {
        ShadowReport report = new ShadowReport();
        trial.run(files, scratch -> scratch.getCamelContextExtension().addInterceptStrategy(new Edges()), scratch -> {
            Instant until = clock.instant().plus(plan.time());
            try (LiveTap.Listening live = tap.listen(routes, plan.messages())) {
                while (report.seen() < plan.messages() && clock.instant().isBefore(until)) {
                    Recording recording = live.poll(LOOK_MILLIS);
                    if (recording != null) {
                        compare(scratch, recording, report);
                    }
                }
                report.dropped(live.dropped());
            }
        });
        return report;
    }

    private static void compare(CamelContext scratch, Recording live, ShadowReport report) {
        Consumer consumer = scratch.getRoute(live.route()).getConsumer();
        Exchange exchange = consumer.getEndpoint().createExchange();
        ShadowCopy copy = new ShadowCopy(live);
        live.begin().begin(exchange);
        exchange.setProperty(ShadowCopy.KEY, copy);
        try {
            ((DefaultConsumer) consumer).getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Snapshot end = Snapshot.of(exchange);
        List<String> differences = ShadowComparison.of(live, copy, end);
        if (!differences.isEmpty() && copy.lacksBody() && end.failure() != null) {
            report.skip();
        } else {
            report.add(live.route(), differences);
        }
        if (!differences.isEmpty()) {
            LOGGER.atDebug()
                    .addKeyValue(LogKeys.ROUTE_ID, live.route())
                    .log("The copy of a message did otherwise than the message");
        }
    }

    /** In the place of each step at an edge: nothing is called. */
    private static final class Edges implements InterceptStrategy {

        @Override
        public Processor wrapProcessorInInterceptors(
                CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
            EdgeKey key = EdgeKey.of(definition);
            return key == null ? target : new DelegateAsyncProcessor((Processor) exchange -> meet(key, exchange));
        }

        private static void meet(EdgeKey key, Exchange exchange) {
            ShadowCopy copy = exchange.getProperty(ShadowCopy.KEY, ShadowCopy.class);
            if (copy == null) {
                throw new IllegalStateException("No message goes through a trial but copies");
            }
            copy.meet(key, exchange);
        }
    }
}
