/** What came of a run: each case with what was seen, as JSON that is signed and as a page to read. */
@NullMarked
@NamedInterface("result")
package vn.dancu.bus.conformance.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
