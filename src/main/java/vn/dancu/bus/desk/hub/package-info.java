/**
 * The hub role at the administration API: mappings of partners, and how the hub's quota is split.
 *
 * <p>No face.
 */
@NullMarked
package vn.dancu.bus.desk.hub;

import org.jspecify.annotations.NullMarked;
