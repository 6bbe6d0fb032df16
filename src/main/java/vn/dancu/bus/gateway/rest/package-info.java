/**
 * The REST door and the catalogue door: JSON in, JSON out, refusals as problems (RFC 9457), and the contract that says so.
 *
 * <p>A controller reads its body, asks, and writes what it was given; it never decides.
 */
@NullMarked
package vn.dancu.bus.gateway.rest;

import org.jspecify.annotations.NullMarked;
