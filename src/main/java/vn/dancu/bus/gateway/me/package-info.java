/**
 * The citizens' door {@code /api/v1/me}: a portal asks for the citizen who signed in there. The portal's bearer token proves the partner as
 * at every REST door; {@code DanCu-Citizen-Token} with {@code DanCu-Citizen-Nonce} proves the citizen ({@link CitizenGate}, before every
 * handler under {@code /api/v1/me/}).
 *
 * <p>A controller of this door takes two more parameters: {@link vn.dancu.bus.citizen.VerifiedCitizen}, the person of the register, and
 * {@link vn.dancu.bus.inquiry.Caller}, the partner with the origin of door {@code me}. It throws {@link
 * vn.dancu.bus.kernel.BusException} to refuse. No number of a person stands in an address.
 *
 * <pre>{@code
 * @GetMapping("/api/v1/me/consents")
 * ConsentsResponse consents(VerifiedCitizen citizen, Caller caller) { ... }
 * }</pre>
 */
@NullMarked
package vn.dancu.bus.gateway.me;

import org.jspecify.annotations.NullMarked;
