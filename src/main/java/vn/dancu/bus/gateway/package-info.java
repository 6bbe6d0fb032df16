/**
 * The outer wall: SOAP, REST, adapter, X-Road, hub-queue and citizens' doors, sign-in, faults and problems.
 *
 * <p>No face: nobody depends on it. A door reads and writes the wire; it never decides and never looks anything up: of room
 * {@code policy} it takes only what a partner manages by itself, its officers, procedures and follow list, of room {@code consent} the
 * requests and the person's decisions, of room {@code listing} the requests
 * for lists, of room {@code enrichment} the ways in. What stands in this package is shared by the doors: the guard before every HTTP
 * door, the form of refusals, the settings.
 */
@NullMarked
@ApplicationModule(
        displayName = "Gateway",
        allowedDependencies = {
            "audit",
            "http",
            "kernel",
            "kernel :: time",
            "message",
            "message :: population",
            "message :: wire",
            "message :: xroad",
            "dialect",
            "partner",
            "partner :: xroad",
            "inquiry",
            "register",
            "citizen",
            "citizen :: access",
            "citizen :: account",
            "citizen :: correction",
            "document",
            "citizen :: extract",
            "citizen :: question",
            "citizen :: relation",
            "camel",
            "policy",
            "consent",
            "listing",
            "feed",
            "enrichment",
            "enrichment :: intake",
            "catalogue",
            "replay",
            "replay :: door",
            "ledger",
            "probe",
            "expiry",
            "trust",
            "trust :: revocation",
            "trust :: message",
            "signing"
        })
package vn.dancu.bus.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
