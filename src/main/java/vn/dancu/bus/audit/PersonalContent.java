package vn.dancu.bus.audit;

import org.jspecify.annotations.Nullable;

/**
 * Reads what records keep sealed of a person. Whoever shows it to somebody records an act first: a look leaves a trace.
 */
public interface PersonalContent {

    /**
     * The number of the person, in clear.
     *
     * @param keyPeriod {@code audit.event.key_period}; null for what was sealed before there were periods
     * @param sealed {@code audit.event.person_sealed}
     * @return the digits alone
     * @throws vn.dancu.bus.kernel.BusException with {@code content_deleted} when the key of the period was destroyed, by
     *     whichever instance
     * @throws IllegalArgumentException when the content was not sealed with that key: it was changed
     */
    String open(@Nullable Integer keyPeriod, byte[] sealed);
}
