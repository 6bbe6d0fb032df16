/**
 * The endpoint {@code enrichment:} for routes: takes a delivery of a source as it lies in a folder, in a topic of Kafka or in the queue
 * of a hub. It says who delivers, by the place where the delivery lies; everything else is decided in room {@code enrichment}.
 */
@NullMarked
package vn.dancu.bus.camel.enrichment;

import org.jspecify.annotations.NullMarked;
