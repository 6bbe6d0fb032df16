/**
 * A small portal on the mock axis: it sends request documents about synthetic people, takes the statuses and answers that come
 * back, holds each against what was asked, and counts. It is written from the protocols and uses nothing of the bus's own client.
 */
@NullMarked
package vn.dancu.bus.sandbox.portal;

import org.jspecify.annotations.NullMarked;
