/**
 * The console's pages of enrichment: jobs, one with its sheet, and differences, which a clerk compares and decides in batches. No face.
 *
 * <p>A list shows nothing of anybody; whoever compares gives a reason, and each person is in the record of the trail.
 */
@NullMarked
package vn.dancu.bus.desk.console.enrichment;

import org.jspecify.annotations.NullMarked;
