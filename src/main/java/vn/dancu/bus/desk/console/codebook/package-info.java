/**
 * The console's pages for the code lists of the platform: what was fetched and what waits for a person.
 *
 * <p>No face.
 */
@NullMarked
package vn.dancu.bus.desk.console.codebook;

import org.jspecify.annotations.NullMarked;
