/** Questions as live clients write them where that is not as the contract has it, and how they are read all the same. */
@NullMarked
@NamedInterface("population")
package vn.dancu.bus.message.population.variant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
