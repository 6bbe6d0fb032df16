/**
 * How codes go over from one scheme into another; the inside of {@link vn.dancu.bus.catalogue.Translations}.
 *
 * <p>Everything is worked out once from the lists, by name, by {@code crosswalk.csv} for what names cannot tell, and by
 * the units' own history. Nothing is guessed: what the lists do not say is a candidate with its ground, or unknown.
 */
@NullMarked
package vn.dancu.bus.catalogue.crosswalk;

import org.jspecify.annotations.NullMarked;
