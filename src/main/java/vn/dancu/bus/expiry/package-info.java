/**
 * What ends by itself: every certificate and key that the bus holds or trusts, credentials and agreements of partners, revocation
 * lists. One list for operators, figures for the monitoring.
 *
 * <p>Faces: {@link vn.dancu.bus.expiry.ExpirySource}, by which a room lists what it holds, and
 * {@link vn.dancu.bus.expiry.Expiries} for who looks. No secret and no private key passes here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Expiry",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.expiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
