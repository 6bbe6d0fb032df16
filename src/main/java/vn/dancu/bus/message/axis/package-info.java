/**
 * What the document axis (VXP) reports beside the documents themselves, as records of family vxp: what waits to be fetched, what
 * became of what was sent, and which agencies there are.
 *
 * <p>The names are those of the axis' own kit; how it writes moments was not found, so they are text. An empty
 * value is taken for an absent one.
 */
@NullMarked
@NamedInterface("axis")
package vn.dancu.bus.message.axis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
