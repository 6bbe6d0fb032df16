/**
 * The ways in: files of sources are stored, held against their manifests and given to the jobs, the same whichever way they came.
 *
 * <p>Face: {@link vn.dancu.bus.enrichment.intake.EnrichmentIntake}.
 */
@NullMarked
@NamedInterface("intake")
package vn.dancu.bus.enrichment.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
