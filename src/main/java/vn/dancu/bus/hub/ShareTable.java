package vn.dancu.bus.hub;

import java.time.Instant;
import java.util.List;
import vn.dancu.bus.kernel.PartnerId;

/**
 * How the quota that the national side gives the hub is split, in one version. What no share has is the common rest, from which
 * every partner takes that has used its share up, or has none.
 *
 * @param number from 1, rising by one
 * @param changedAt since when it has been in force
 * @param changedBy the account that made it
 * @param reason in the words of whoever made it
 * @param whole of the hub
 * @param shares hard shares, by partner
 */
public record ShareTable(
        long number, Instant changedAt, String changedBy, String reason, Permits whole, List<Share> shares) {

    public ShareTable {
        shares = List.copyOf(shares);
    }

    /**
     * Questions that may go out.
     *
     * @param perMinute 0 to 1,000,000,000
     * @param perDay 0 to 1,000,000,000
     */
    public record Permits(long perMinute, long perDay) {

        private static final long MOST = 1_000_000_000;

        /** Whether both numbers are within their bounds. */
        public boolean isValid() {
            return perMinute >= 0 && perMinute <= MOST && perDay >= 0 && perDay <= MOST;
        }
    }

    /** What one partner has for itself. */
    public record Share(PartnerId partner, Permits permits) {}

    /** What is left for everybody; negative where the shares are more than the whole. */
    public Permits rest() {
        return new Permits(
                whole.perMinute()
                        - shares.stream()
                                .mapToLong(it -> it.permits().perMinute())
                                .sum(),
                whole.perDay()
                        - shares.stream().mapToLong(it -> it.permits().perDay()).sum());
    }
}
