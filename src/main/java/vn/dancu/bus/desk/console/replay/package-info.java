/**
 * The console's pages for what came to no end: dead letters of all places in one list, and replays from the dry run to the
 * result of each message.
 *
 * <p>No face. What may be asked again, and by whose confirmation, is decided by {@link vn.dancu.bus.replay.Replays}.
 */
@NullMarked
package vn.dancu.bus.desk.console.replay;

import org.jspecify.annotations.NullMarked;
