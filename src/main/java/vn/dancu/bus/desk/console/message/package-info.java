/**
 * The console's pages for messages: search of the trail, and what is known of one.
 *
 * <p>No face. The number of a citizen comes in the body of a form and leaves only on the page that shows one record, never in an
 * address; each question is recorded by the room of the trail.
 */
@NullMarked
package vn.dancu.bus.desk.console.message;

import org.jspecify.annotations.NullMarked;
