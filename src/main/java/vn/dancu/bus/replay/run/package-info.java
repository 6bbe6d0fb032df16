/** Replays from the dry run to the result of each message; any instance goes on where another one stopped. */
@NullMarked
package vn.dancu.bus.replay.run;

import org.jspecify.annotations.NullMarked;
