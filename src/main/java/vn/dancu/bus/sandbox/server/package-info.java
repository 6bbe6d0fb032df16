/**
 * Embedded PostgreSQL, Artemis and Kafka. They keep their data on disk and survive a killed process as real servers do.
 */
@NullMarked
package vn.dancu.bus.sandbox.server;

import org.jspecify.annotations.NullMarked;
