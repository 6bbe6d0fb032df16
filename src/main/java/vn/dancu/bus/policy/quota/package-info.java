/**
 * The quotas, exact over all instances. A permit is taken before an answer and never counted twice.
 */
@NullMarked
package vn.dancu.bus.policy.quota;

import org.jspecify.annotations.NullMarked;
