/** Whether certificates were revoked: by lists in files, or by the one OCSP responder of the settings. Nothing else is fetched. */
@NullMarked
@NamedInterface("revocation")
package vn.dancu.bus.trust.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
