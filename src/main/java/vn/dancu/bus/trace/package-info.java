/**
 * Traces: how long each step of a question took, from its door to Kafka, for a collector that speaks OTLP.
 *
 * <p>Face: {@link vn.dancu.bus.trace.Traces}. Without an address of a collector no span is made. Names and attributes of spans
 * hold doors, services, codes and channels, and never a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "Trace",
        allowedDependencies = {})
package vn.dancu.bus.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
