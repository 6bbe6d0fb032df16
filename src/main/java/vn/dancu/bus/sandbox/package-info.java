/**
 * Embedded PostgreSQL, Artemis and Kafka and a synthetic register for profile {@code sandbox}.
 *
 * <p>Nobody depends on it and the production package does not carry it. Every person in it is synthetic (ids start
 * 999). The servers keep their data on disk, durably, and survive a killed process as real ones do.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "kernel",
            "message",
            "message :: population",
            "register",
            "partner :: connection",
            "partner :: contact"
        })
package vn.dancu.bus.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
