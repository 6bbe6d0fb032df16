/**
 * What signatures are made of: the key of an SSL bundle with its certificates, and the time-stamps of an authority (RFC 3161).
 *
 * <p>Faces: {@link vn.dancu.bus.signing.SigningKey} {@link vn.dancu.bus.signing.JwsSigner} and {@link vn.dancu.bus.signing.TimeStampAuthority}. It knows no form of signature:
 * what is signed, and how, is of the room that signs.
 */
@NullMarked
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {"kernel", "probe", "http :: client"})
package vn.dancu.bus.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
