/**
 * How many questions came, what became of them and how long they took: by the minute, over all instances, for some hours. For
 * charts; what must be even stands in the ledger itself.
 */
@NamedInterface("traffic")
@NullMarked
package vn.dancu.bus.ledger.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
