/**
 * The life of requests for lists: admitted by the policy, drawn piece by piece by whichever instance comes first, packed into a file for the
 * partner's key, fetched, and forgotten.
 *
 * <p>Every step is one transaction, so a killed instance repeats at most one piece, and nobody is recorded without being in the list.
 */
@NullMarked
package vn.dancu.bus.listing.work;

import org.jspecify.annotations.NullMarked;
