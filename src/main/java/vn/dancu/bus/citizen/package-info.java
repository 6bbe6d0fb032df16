/**
 * Citizens who ask what is recorded of them: who a citizen proved to be, by which proof.
 *
 * <p>{@code citizen.account} proves people by tokens. The doors are in packages of their own: {@code citizen.sms} for text messages,
 * {@code gateway.me} for the portal. Nothing is released without a proof, and nothing but through {@code inquiry}. Who used the data of a
 * citizen is in {@code citizen.access}, what a citizen asks about a use in {@code citizen.question},
 * what a citizen asks to be corrected in {@code citizen.correction}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Citizen",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "kernel :: sql",
            "batch",
            "message",
            "message :: population",
            "catalogue",
            "partner",
            "partner :: authority",
            "partner :: calendar",
            "partner :: notice",
            "policy",
            "register",
            "inquiry",
            "document",
            "delivery",
            "ledger",
            "sms",
            "pdf",
            "signing",
            "audit",
            "audit :: inspection",
            "probe",
            "expiry",
            "trust"
        })
package vn.dancu.bus.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
