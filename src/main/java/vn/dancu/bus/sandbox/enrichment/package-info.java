/** Deliveries of sources, made up: the same file for the same seed, as long as is wanted, a record at a time. */
@NullMarked
package vn.dancu.bus.sandbox.enrichment;

import org.jspecify.annotations.NullMarked;
