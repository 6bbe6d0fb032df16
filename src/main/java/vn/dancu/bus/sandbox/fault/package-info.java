/** Faults that the sandbox's mocks play when they are ordered, the plan that counts which call they meet, and how they are played over HTTP. */
@NullMarked
package vn.dancu.bus.sandbox.fault;

import org.jspecify.annotations.NullMarked;
