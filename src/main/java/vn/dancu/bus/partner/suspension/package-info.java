/**
 * Suspension and termination: on which grounds, by whose decision, from when until when, and which notices are sent.
 *
 * <p>Face: {@link vn.dancu.bus.partner.suspension.Suspensions}; the grounds and their rules are data ({@link
 * vn.dancu.bus.partner.suspension.Grounds}). Nothing is suspended without a ground, and what takes two persons is never
 * done by one.
 */
@NullMarked
@NamedInterface("suspension")
package vn.dancu.bus.partner.suspension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
