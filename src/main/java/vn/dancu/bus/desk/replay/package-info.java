/** The desk of what came to no end: dead letters of all rooms in one list, replays, and the life of a message. */
@NullMarked
package vn.dancu.bus.desk.replay;

import org.jspecify.annotations.NullMarked;
