/** Answers that may be given again for a short time, where a legal basis allows it; off unless the settings name one. */
@NullMarked
package vn.dancu.bus.hub.kept;

import org.jspecify.annotations.NullMarked;
