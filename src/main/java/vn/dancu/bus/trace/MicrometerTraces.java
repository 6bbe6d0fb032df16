package vn.dancu.bus.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans by Micrometer's tracer, which also gives the lines of the log their {@code traceId}. */
final class MicrometerTraces implements Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Tracer tracer;
    private final Propagator propagator;

    MicrometerTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public TraceSpan question(String door, @Nullable String traceparent, Instant since) {
        return current(below(traceparent)
                .name("question " + door)
                .kind("jms".equals(door) || "document".equals(door) ? Span.Kind.CONSUMER : Span.Kind.SERVER)
                .startTimestamp(ChronoUnit.MICROS.between(Instant.EPOCH, since), TimeUnit.MICROSECONDS)
                .start());
    }

    @Override
    public TraceSpan step(String name) {
        Span above = kept();
        return above == null
                ? TraceSpan.NONE
                : current(tracer.spanBuilder()
                        .setParent(above.context())
                        .name(name)
                        .start());
    }

    @Override
    public TraceSpan work(String name) {
        return current(tracer.spanBuilder()
                .setNoParent()
                .name(name)
                .kind(Span.Kind.PRODUCER)
                .start());
    }

    @Override
    public TraceSpan after(String name, @Nullable String traceparent) {
        return traceparent == null
                ? TraceSpan.NONE
                : new Open(
                        below(traceparent).name(name).kind(Span.Kind.PRODUCER).start(), null);
    }

    @Override
    public @Nullable String traceparent() {
        Span span = kept();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId() + "-01";
    }

    /** Anything else of the asker's is left alone: the propagator would also take baggage. */
    private Span.Builder below(@Nullable String traceparent) {
        return traceparent != null && FORM.matcher(traceparent).matches()
                ? propagator.extract(Map.of(TRACEPARENT, traceparent), Map::get)
                : tracer.spanBuilder().setNoParent();
    }

    private @Nullable Span kept() {
        Span span = tracer.currentSpan();
        return span != null && Boolean.TRUE.equals(span.context().sampled()) ? span : null;
    }

    private TraceSpan current(Span span) {
        return new Open(span, tracer.withSpan(span));
    }

    /** @param scope in which it is the current span of this thread; null when it is not */
    private record Open(Span span, Tracer.@Nullable SpanInScope scope) implements TraceSpan {

        @Override
        public void tag(String key, String value) {
            span.tag(key, value);
        }

        @Override
        public void close() {
            if (scope != null) {
                scope.close();
            }
            span.end();
        }
    }
}
