package vn.dancu.bus.partner.suspension;

/**
 * A ground on which a connection is terminated.
 *
 * @param code such as {@code purpose-gone}
 * @param clause where the ground comes from
 */
public record TerminationGround(String code, String vietnamese, String english, String clause) {}
