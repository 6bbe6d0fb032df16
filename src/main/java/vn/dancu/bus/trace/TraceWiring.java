package vn.dancu.bus.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceWiring {

    /** Spring Boot makes an exporter when {@code management.otlp.tracing.endpoint} names a collector. */
    @Bean
    Traces traces(
            ObjectProvider<SpanExporter> exporters,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        return exporters.stream().findAny().isEmpty()
                ? Traces.NONE
                : new MicrometerTraces(tracer.getObject(), propagator.getObject());
    }
}
