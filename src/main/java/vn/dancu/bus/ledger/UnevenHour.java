package vn.dancu.bus.ledger;

import java.time.Instant;
import java.util.List;

/**
 * An hour of a door does not balance. Published by each instance once for each hour and door, while it is within the last 25
 * hours.
 *
 * @param lines that are uneven
 */
public record UnevenHour(Instant hour, String door, List<Balance> lines) {

    public UnevenHour {
        lines = List.copyOf(lines);
    }
}
