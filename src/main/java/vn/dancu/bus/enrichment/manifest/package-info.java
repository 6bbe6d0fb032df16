/**
 * The manifest of a delivery: what its file holds, by count, size and SHA-256, signed where the source's authority has a key.
 *
 * <p>Faces: {@link vn.dancu.bus.enrichment.manifest.DeliveryManifestReader} and {@link vn.dancu.bus.enrichment.manifest.MeasuredBytes}.
 */
@NullMarked
@NamedInterface("manifest")
package vn.dancu.bus.enrichment.manifest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
