package vn.dancu.bus.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the spans of this instance. A span is ended by the thread that began it. */
public interface Traces {

    /** Makes none. */
    Traces NONE = new NoTraces();

    /**
     * Begins the span of a question; the spans of its steps lie below it.
     *
     * @param door {@code soap}, {@code rest}, {@code adapter}, {@code xroad}, {@code xroad-rest}, {@code jms}, {@code document}, {@code me} or {@code sms}
     * @param traceparent what the asker sent (W3C Trace Context), read as far as it has that form; null for none
     * @param since when the message came in
     */
    TraceSpan question(String door, @Nullable String traceparent, Instant since);

    /** Begins a step of the question that this thread works on; makes no span where there is none or nobody keeps it. */
    TraceSpan step(String name);

    /** Begins a work of its own, with which no question waits. */
    TraceSpan work(String name);

    /**
     * Begins what follows a question after its answer, on whatever thread; not the current span of this thread.
     *
     * @param traceparent as {@link #traceparent()} gave it; without one no span is made
     */
    TraceSpan after(String name, @Nullable String traceparent);

    /** The current span in the form of W3C Trace Context, for what follows later; null when there is none or nobody keeps it. */
    @Nullable
    String traceparent();
}
