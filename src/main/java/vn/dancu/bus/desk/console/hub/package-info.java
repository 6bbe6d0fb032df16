/**
 * The console's pages for the hub role: mappings of partners with their history, files of them, and the split of the quota.
 *
 * <p>No face.
 */
@NullMarked
package vn.dancu.bus.desk.console.hub;

import org.jspecify.annotations.NullMarked;
