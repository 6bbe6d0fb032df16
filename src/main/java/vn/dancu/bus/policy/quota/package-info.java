/**
 * The quotas, exact over all instances. A permit is taken before an answer and never counted twice. Other rooms may keep quotas of
 * their own here, under a name that is no service of the bus.
 */
@NullMarked
@NamedInterface("quota")
package vn.dancu.bus.policy.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
