package vn.dancu.bus.hub;

import java.time.Instant;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One version of the mapping of a partner.
 *
 * @param number from 1, rising by one for each partner
 * @param changedAt since when it has been in force
 * @param changedBy the account that made it
 * @param reason in the words of whoever made it
 * @param entries how many lines it has
 */
public record MappingVersion(
        PartnerId partner, long number, Instant changedAt, String changedBy, String reason, int entries) {}
