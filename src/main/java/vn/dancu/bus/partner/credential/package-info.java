/**
 * What partners prove themselves by: secrets, OAuth 2.0 client secrets and certificates, each with its validity.
 *
 * <p>Face: {@link vn.dancu.bus.partner.credential.Credentials}. A secret is shown once, when it is issued; at rest it
 * is sealed, and it never leaves the room again.
 */
@NullMarked
@NamedInterface("credential")
package vn.dancu.bus.partner.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
