package vn.dancu.bus.shelf.watch;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Counts what passes each step of every route of this instance, each step from the start of its route. */
public final class StepMeters implements InterceptStrategy {

    /** By the definition of the step itself, so that a route that is gone leaves nothing. */
    private final Map<NamedNode, Meter> meters = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode step, Processor target, Processor nextTarget) {
        Meter meter = new Meter(target);
        meters.put(step, meter);
        return meter;
    }

    /** What passed that step; {@link MeterReading#NOTHING} for one that Camel carries out with another. */
    public MeterReading read(NamedNode step) {
        Meter meter = meters.get(step);
        return meter == null ? MeterReading.NOTHING : meter.read();
    }

    private static final class Meter extends DelegateAsyncProcessor {

        private final LongAdder exchanges = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        Meter(Processor step) {
            super(step);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            long start = System.nanoTime();
            return super.process(exchange, isSynchronous -> {
                exchanges.increment();
                nanos.add(System.nanoTime() - start);
                if (exchange.isFailed()) {
                    failed.increment();
                }
                callback.done(isSynchronous);
            });
        }

        MeterReading read() {
            return new MeterReading(exchanges.sum(), failed.sum(), nanos.sum());
        }
    }
}
