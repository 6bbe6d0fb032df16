/** Results of conformance that partners hand in, and the gate before go-live that reads them. */
@NullMarked
@NamedInterface("conformance")
package vn.dancu.bus.partner.conformance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
