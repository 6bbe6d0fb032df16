/** Answers in the bodies in which other services send them, and the faults in their place. */
@NullMarked
@NamedInterface("answer")
package vn.dancu.bus.dialect.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
