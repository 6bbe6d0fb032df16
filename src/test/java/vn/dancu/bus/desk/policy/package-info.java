/** The desk of the policy, at a running bus. */
@NullMarked
package vn.dancu.bus.desk.policy;

import org.jspecify.annotations.NullMarked;
