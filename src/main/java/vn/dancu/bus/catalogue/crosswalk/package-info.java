/**
 * Codes with their schemes, and the translation of a code from one scheme into another.
 *
 * <p>Face: {@link vn.dancu.bus.catalogue.crosswalk.Translations}. The translations are computed once: by the names in the lists,
 * by {@code crosswalk.csv} for what the names cannot decide, and by the history of the administrative units. What the lists do
 * not say is a candidate with its ground, or unknown.
 */
@NullMarked
@NamedInterface("crosswalk")
package vn.dancu.bus.catalogue.crosswalk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
