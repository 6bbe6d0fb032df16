/**
 * Citizens who ask what is recorded of them: who a citizen proved to be, by which proof.
 *
 * <p>{@code citizen.account} proves people by tokens. The doors are in packages of their own: {@code citizen.sms} for text messages,
 * {@code gateway.me} for the portal. Nothing is released without a proof, and nothing but through {@code inquiry}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Citizen",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "message",
            "message :: population",
            "catalogue",
            "partner",
            "policy",
            "register",
            "inquiry",
            "audit",
            "probe"
        })
package vn.dancu.bus.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
