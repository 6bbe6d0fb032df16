/**
 * The hub's own askers towards the national side: who a partner's officer and procedure are there, how the hub's quota is split
 * among the partners, and answers that may be kept for a short time where the law allows it.
 *
 * <p>Faces: {@link vn.dancu.bus.hub.Mappings} and {@link vn.dancu.bus.hub.Shares} for the operator who keeps them. The room
 * implements what room {@code upstream} asks of a hub. It calls nobody and decides nothing about fields.
 */
@NullMarked
@ApplicationModule(
        displayName = "Hub",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "message :: population",
            "partner",
            "policy",
            "policy :: quota",
            "audit",
            "upstream"
        })
package vn.dancu.bus.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
