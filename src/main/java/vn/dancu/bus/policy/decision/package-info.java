/**
 * The access decision and its explanation: the same rules in the same order. It reads the version that holds and changes
 * nothing but the quota.
 */
@NullMarked
package vn.dancu.bus.policy.decision;

import org.jspecify.annotations.NullMarked;
