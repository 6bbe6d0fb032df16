/** Names of people as text: cleaned of what comes along when they are pasted, and folded to be compared. */
@NullMarked
@NamedInterface("name")
package vn.dancu.bus.kernel.name;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
