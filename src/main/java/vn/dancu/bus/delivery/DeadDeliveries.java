package vn.dancu.bus.delivery;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** The dead letters of the outbox. {@link Deliveries#putBack} sends one again. */
public interface DeadDeliveries {

    /** Dead letters, the last that died first. */
    List<Delivery> list(Condition condition, int limit);

    /**
     * The body of a dead letter, to be closed by whoever reads it; empty when there is no such dead letter.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code storage_unavailable} when its file is away
     */
    Optional<InputStream> open(UUID id);

    /**
     * What is looked for; null: any.
     *
     * @param channels only those channels
     * @param otherThan only other channels
     * @param partner whose it is, or whom its destination names before a dot
     * @param cause its last failure
     * @param from the first moment of death
     * @param until the first moment after the window
     * @param before only those that died before it, or at the same time with a smaller id
     */
    record Condition(
            @Nullable Set<String> channels,
            @Nullable Set<String> otherThan,
            @Nullable PartnerId partner,
            @Nullable String cause,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Place before) {}

    /** A place in the list. */
    record Place(Instant diedAt, UUID id) {}
}
