/** The list of dead letters over all places, their bodies masked or in clear, and the places that lie in rooms below. */
@NullMarked
package vn.dancu.bus.replay.letter;

import org.jspecify.annotations.NullMarked;
