package vn.dancu.bus.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrometerTracesTest {

    private static final String ASKERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces traces = traces(spans);

    @Test
    void beginsWorkOfTheBusAsATraceOfItsOwn() {
        try (TraceSpan span = traces.work("delivery axis")) {
            span.tag("channel", "axis");
        }

        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getName()).isEqualTo("delivery axis");
        assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getAttributes().get(AttributeKey.stringKey("channel"))).isEqualTo("axis");
    }

    @Test
    void makesNoStepWithoutAQuestionAndNothingAfterNone() {
        traces.step("policy").close();
        traces.after("kafka", null).close();

        assertThat(traces.traceparent()).isNull();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void beginsAQuestionWhenItCameInAndForgetsItAtItsEnd() {
        Instant came = Instant.parse("2026-11-29T01:02:03.004005Z");
        try (TraceSpan question = traces.question("soap", "00-" + ASKERS_TRACE + "-00f067aa0ba902b7-01", came)) {
            assertThat(traces.traceparent()).matches("00-" + ASKERS_TRACE + "-[0-9a-f]{16}-01");
        }

        assertThat(traces.traceparent()).isNull();
        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getStartEpochNanos()).isEqualTo(came.getEpochSecond() * 1_000_000_000 + came.getNano());
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999000000001",
                "",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-0000000000000000-01"
            })
    void takesNothingOfAnotherForm(String sent) {
        traces.question("rest", sent, Instant.EPOCH).close();

        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getTraceId()).isNotEqualTo(ASKERS_TRACE);
    }

    private static Traces traces(InMemorySpanExporter spans) {
        Tracer tracer = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test");
        return new MicrometerTraces(
                new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {}),
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), tracer));
    }
}
