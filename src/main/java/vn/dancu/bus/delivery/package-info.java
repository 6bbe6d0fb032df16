/**
 * Store-and-forward: what the bus sends by itself lies here, sealed, from the transaction of the work that it comes from
 * until its end is known, and what the bus receives is taken once.
 *
 * <p>Faces: {@link vn.dancu.bus.delivery.Outbox} to put, {@link vn.dancu.bus.delivery.ChannelSenders} to send,
 * {@link vn.dancu.bus.delivery.Deliveries} and {@link vn.dancu.bus.delivery.DeadDeliveries} to look,
 * {@link vn.dancu.bus.delivery.ReceivedMessages}, {@link vn.dancu.bus.delivery.ClaimChecks} and {@link vn.dancu.bus.delivery.Receipts}. Headers and bodies are never
 * readable at rest, and neither stands in a log, a metric or an error.
 */
@NullMarked
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"kernel", "kernel :: sql", "partner", "partner :: notice", "audit", "batch", "trace"})
package vn.dancu.bus.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
