/** Refusals as faults of SOAP 1.1, for the doors that answer with one. */
@NullMarked
package vn.dancu.bus.gateway.fault;

import org.jspecify.annotations.NullMarked;
