/**
 * Where enriched values of a person come from: source, document, day of verification, job, and what they replaced.
 *
 * <p>Face: {@link vn.dancu.bus.enrichment.provenance.EnrichedRecords}.
 */
@NullMarked
@NamedInterface("provenance")
package vn.dancu.bus.enrichment.provenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
