/**
 * The closed list of checks of which a source's file makes its own: of one value
 * ({@link vn.dancu.bus.enrichment.check.ValueCheck}) and of several values of a record
 * ({@link vn.dancu.bus.enrichment.check.RecordRule}). A value that passes comes out in canonical form.
 */
@NullMarked
package vn.dancu.bus.enrichment.check;

import org.jspecify.annotations.NullMarked;
