/** The side of the doors: where questions are asked again, and how what became of them is reported. */
@NullMarked
@NamedInterface("door")
package vn.dancu.bus.replay.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
