/**
 * What Camel routes are built from: the message library as data formats and type converters, and the endpoints
 * {@code inquiry:} to the single-person services, {@code delivery:} to the outbox, {@code axis:} to the document axis and
 * {@code document:} to what came from it, {@code sms:} to text messages {@code enrichment:} to deliveries of sources
 * and {@code upstream:} to the services that the bus asks.
 *
 * <p>Everything here is found by name ({@code META-INF/services/org/apache/camel}), so that YAML, XML and Java routes, the
 * Kaoto editor and the camel command know it. Nothing here decides: a question goes to room {@code inquiry}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Camel",
        allowedDependencies = {
            "kernel",
            "message",
            "message :: axis",
            "message :: population",
            "message :: typed",
            "dialect",
            "partner",
            "inquiry",
            "delivery",
            "document",
            "document :: axis",
            "sms",
            "enrichment",
            "enrichment :: intake",
            "upstream",
            "upstream :: call",
            "http :: client"
        })
package vn.dancu.bus.camel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
