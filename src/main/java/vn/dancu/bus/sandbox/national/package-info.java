/**
 * The mock of the national side on a port of its own: the population service in the form of every dialect pack, the token
 * endpoint of the platform, its catalogues, and a security server of X-Road in front of the service.
 *
 * <p>Face: {@link vn.dancu.bus.sandbox.national.MockNational}.
 */
@NullMarked
package vn.dancu.bus.sandbox.national;

import org.jspecify.annotations.NullMarked;
