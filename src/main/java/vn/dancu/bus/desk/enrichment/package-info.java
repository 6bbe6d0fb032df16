/** The desk of enrichment: jobs with their progress and proofs, differences and what is decided of them, where values come from. */
@NullMarked
package vn.dancu.bus.desk.enrichment;

import org.jspecify.annotations.NullMarked;
