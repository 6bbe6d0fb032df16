/** Tests of the policy room. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.policy;
