/**
 * A mock of the two issuers at which citizens sign in, on a port of its own, by Spring Authorization Server: the portal's single sign-on
 * with the paths and claims that integrators have published, and an issuer in the form of Keycloak's realm {@code citizen} in the place of
 * the electronic identity ({@code docs/protocols/PR-ME.md}).
 *
 * <p>Nobody has a password: whoever signs in chooses a synthetic citizen and how the account is. Whoever reaches its port may order faults
 * and new keys.
 */
@NullMarked
package vn.dancu.bus.sandbox.signin;

import org.jspecify.annotations.NullMarked;
