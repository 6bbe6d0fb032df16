package vn.dancu.bus.hub;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * What of a share is used.
 *
 * @param partner whose share; null for the common rest
 * @param permits how much it is
 * @param inMinute taken in the running minute, what instances hold in advance included
 * @param inDay taken in the running day, likewise
 */
public record ShareUse(@Nullable PartnerId partner, ShareTable.Permits permits, long inMinute, long inDay) {}
