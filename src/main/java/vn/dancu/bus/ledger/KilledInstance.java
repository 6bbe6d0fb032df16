package vn.dancu.bus.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An instance that ended without a word.
 *
 * @param flushedAt until then its counts are in the balance; what it took afterwards is in none
 * @param closedAt when another instance closed its book
 */
public record KilledInstance(UUID id, Instant startedAt, Instant flushedAt, Instant closedAt) {}
