/**
 * The console's pages for the policy: its versions, and drafts with what they would change.
 *
 * <p>No face. Whoever wrote in a draft does not publish it; the room of the policy sees to that.
 */
@NullMarked
package vn.dancu.bus.desk.console.policy;

import org.jspecify.annotations.NullMarked;
