/** Faults that the sandbox's mocks play when they are ordered, and the plan that counts which call they meet. */
@NullMarked
package vn.dancu.bus.sandbox.fault;

import org.jspecify.annotations.NullMarked;
