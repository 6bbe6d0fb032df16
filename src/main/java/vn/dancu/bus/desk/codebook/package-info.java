/**
 * Code lists of the platform at the administration API: what was fetched, what changed, what waits for a person.
 *
 * <p>No face.
 */
@NullMarked
package vn.dancu.bus.desk.codebook;

import org.jspecify.annotations.NullMarked;
