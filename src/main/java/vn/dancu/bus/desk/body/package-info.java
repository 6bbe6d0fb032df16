/**
 * Reads the JSON bodies that the administration takes. {@link vn.dancu.bus.desk.body.AdminBody} turns a request into a
 * record or refuses it with the code and the place of the first fault. It knows no room: what the values mean is decided by
 * the controllers.
 */
@NullMarked
package vn.dancu.bus.desk.body;

import org.jspecify.annotations.NullMarked;
