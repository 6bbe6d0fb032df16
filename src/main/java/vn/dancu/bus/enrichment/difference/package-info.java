/**
 * Differences: records of a source that are not those of the person they name, until a clerk decides.
 *
 * <p>Face: {@link vn.dancu.bus.enrichment.difference.Differences}. What is accepted is merged as a chunk is; what is refused or asked
 * about goes back to the source in its file of decisions. The sheet of the job stays as it was signed.
 */
@NullMarked
@NamedInterface("difference")
package vn.dancu.bus.enrichment.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
