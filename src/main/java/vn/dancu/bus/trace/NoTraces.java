package vn.dancu.bus.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where no collector is named. */
final class NoTraces implements Traces {

    @Override
    public TraceSpan question(String door, @Nullable String traceparent, Instant since) {
        return TraceSpan.NONE;
    }

    @Override
    public TraceSpan step(String name) {
        return TraceSpan.NONE;
    }

    @Override
    public TraceSpan work(String name) {
        return TraceSpan.NONE;
    }

    @Override
    public TraceSpan after(String name, @Nullable String traceparent) {
        return TraceSpan.NONE;
    }

    @Override
    public @Nullable String traceparent() {
        return null;
    }
}
