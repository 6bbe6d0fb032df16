/**
 * Lists of people by what they have in common: the one way to the register that does not ask for one person by the number. Whoever uses
 * it records each person of a list.
 */
@NullMarked
@NamedInterface("list")
package vn.dancu.bus.register.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
