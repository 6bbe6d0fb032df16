/**
 * The operators' desk: the administration API under {@code /api/v1/admin} and the pages that people read.
 *
 * <p>No face: nobody depends on it. It decides nothing itself: it finds out who acts, checks the role, and asks a room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "audit",
            "audit :: evidence",
            "audit :: inspection",
            "audit :: inspection-report",
            "audit :: retention",
            "citizen :: question",
            "conformance :: result",
            "document",
            "delivery",
            "enrichment",
            "enrichment :: difference",
            "enrichment :: provenance",
            "http",
            "hub",
            "codebook",
            "kernel",
            "kernel :: time",
            "partner",
            "partner :: authority",
            "partner :: calendar",
            "partner :: conformance",
            "partner :: connection",
            "partner :: connection-plan",
            "partner :: contact",
            "partner :: credential",
            "partner :: notice",
            "partner :: suspension",
            "partner :: xroad",
            "policy",
            "consent",
            "citizen",
            "citizen :: correction",
            "probe",
            "expiry",
            "job",
            "replay",
            "ledger",
            "ledger :: traffic",
            "sms",
            "shelf",
            "shelf :: bundle",
            "shelf :: lint"
        })
package vn.dancu.bus.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
