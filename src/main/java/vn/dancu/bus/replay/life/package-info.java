/** The life of a message, put together from what each room knows of it. */
@NullMarked
package vn.dancu.bus.replay.life;

import org.jspecify.annotations.NullMarked;
